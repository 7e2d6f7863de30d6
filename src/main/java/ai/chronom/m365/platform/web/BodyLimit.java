package ai.chronom.m365.platform.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** No request body may be larger than its purpose needs; what says so in advance is not kept. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
  static final long BODY_BYTES = 64 * 1024L;

  /** A price list of a large company has some thousand lines. */
  static final long IMPORT_BYTES = 10 * 1024 * 1024L;

  private static final long DRAIN_BYTES = 1024 * 1024L;

  private static final MediaType CSV = new MediaType("text", "csv");

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    long limit = type != null && type.isCompatible(CSV) ? IMPORT_BYTES : BODY_BYTES;
    if (request.getLength() > limit) {
      drain(request.getEntityStream());
      throw tooLarge(limit);
    }
    if (hasBody(request)) {
      request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }
  }

  /** A body that stops on its way is its sender's trouble, or the network's; no incident. */
  private static boolean hasBody(ContainerRequestContext request) {
    try {
      return request.hasEntity();
    } catch (ProcessingException e) {
      throw stopped();
    }
  }

  private static Problem stopped() {
    return new Problem(
        ProblemKind.BODY_UNREADABLE, "The body did not arrive as a whole. Send it again.");
  }

  /** Many clients listen for an answer only after they have sent all; those of good faith may. */
  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[8192];
    long drained = 0;
    for (int count = 0; count >= 0 && drained < DRAIN_BYTES; count = body.read(buffer)) {
      drained += count;
    }
  }

  private static Problem tooLarge(long limit) {
    return new Problem(ProblemKind.TOO_LARGE, "A body of at most " + limit + " bytes is expected.");
  }

  /** Throws as soon as more than the limit was read. */
  static final class Limited extends FilterInputStream {
    private final long limit;
    private long read;

    Limited(InputStream body, long limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = whole(super::read);
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = whole(() -> super.read(bytes, offset, length));
      count(count);
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      count(skipped);
      return skipped;
    }

    private static int whole(Reading reading) {
      try {
        return reading.read();
      } catch (IOException e) {
        throw stopped();
      }
    }

    private interface Reading {
      int read() throws IOException;
    }

    private void count(long bytes) {
      read += Math.max(0, bytes);
      if (read > limit) {
        throw tooLarge(limit);
      }
    }
  }
}
