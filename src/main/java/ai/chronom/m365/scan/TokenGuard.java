package ai.chronom.m365.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets JSON pass as long as no text or number in it is huge: parsers hold each of them as a whole,
 * so that a small compressed answer could take a lot of memory.
 */
final class TokenGuard extends FilterInputStream {
  static final int MAX_BYTES = 1 << 20;

  private int sinceQuote;
  private boolean escaped;

  TokenGuard(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    if (next >= 0) {
      see((byte) next);
      requireShort();
    }
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    for (int i = offset; i < offset + count; i++) {
      see(target[i]);
    }
    requireShort();
    return count;
  }

  /** Quotes and backslashes are never part of another character in UTF-8. */
  private void see(byte b) {
    sinceQuote++;
    if (escaped) {
      escaped = false;
    } else if (b == '\\') {
      escaped = true;
    } else if (b == '"') {
      sinceQuote = 0;
    }
  }

  private void requireShort() {
    if (sinceQuote > MAX_BYTES) {
      throw new Unreadable(
          "Microsoft Graph's answer has a value of more than " + MAX_BYTES + " bytes.");
    }
  }
}
