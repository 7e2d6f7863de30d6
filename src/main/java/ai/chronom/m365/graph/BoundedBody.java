package ai.chronom.m365.graph;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Response;

/**
 * The body of an answer, after decompression, up to a size. Trouble becomes {@link GraphRefused} so
 * that no parser in between can take it for bad syntax.
 */
final class BoundedBody extends FilterInputStream {
  private final Response response;
  private final long maxBytes;
  private long read;

  BoundedBody(Response response, long maxBytes) {
    super(stream(response));
    this.response = response;
    this.maxBytes = maxBytes;
  }

  private static InputStream stream(Response response) {
    return response.body() == null ? InputStream.nullInputStream() : response.body().byteStream();
  }

  @Override
  public int read() {
    try {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      int count = in.read(target, offset, length);
      count(Math.max(count, 0));
      return count;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The whole body, when it is small. */
  byte[] readFully() {
    try {
      return readAllBytes();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    return read(new byte[(int) Math.min(Math.max(count, 0), 8192)]);
  }

  @Override
  public void close() {
    response.close();
  }

  private void count(int bytes) {
    read += bytes;
    if (read > maxBytes) {
      close();
      throw new GraphRefused(
          RefusalKind.HOSTILE,
          response.code(),
          null,
          "An answer of at most " + maxBytes + " bytes expected, a longer one given",
          null);
    }
  }

  private GraphRefused broken(IOException e) {
    close();
    return new GraphRefused(
        RefusalKind.UNAVAILABLE,
        response.code(),
        null,
        "The answer broke off after " + read + " bytes: " + Outage.describe(e),
        null);
  }
}
