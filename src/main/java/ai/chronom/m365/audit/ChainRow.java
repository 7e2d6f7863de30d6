package ai.chronom.m365.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event at its place in the chain.
 *
 * @param position from 1, without gaps
 * @param link vouches for this event, its position and all before it; null on events from before
 *     the chain
 */
record ChainRow(long position, AuditLine line, @Nullable String link) {
  /** Of the content that is linked; another order or set of fields gets another number. */
  private static final int FORMAT = 1;

  /** The next event behind that head. */
  static ChainRow after(ChainHead head, AuditLine line, ChainKey key) {
    return new ChainRow(head.position() + 1, line, null).linkedTo(head.link(), key);
  }

  ChainRow linkedTo(String previousLink, ChainKey key) {
    return new ChainRow(position, line, key.link(content(previousLink)));
  }

  boolean follows(String previousLink, ChainKey key) {
    return key.link(content(previousLink)).equals(link);
  }

  ChainHead head() {
    return new ChainHead(position, String.valueOf(link));
  }

  /** Each text with its length before it, so that no two events look the same. */
  private byte[] content(String previousLink) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(content)) {
      out.writeInt(FORMAT);
      write(out, previousLink);
      out.writeLong(position);
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, line.occurredAt()));
      write(out, line.actor());
      write(out, line.action());
      out.writeBoolean(line.tenantId() != null);
      write(out, line.tenantId() == null ? "" : line.tenantId());
      write(out, line.outcome());
      write(out, line.detail());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return content.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
