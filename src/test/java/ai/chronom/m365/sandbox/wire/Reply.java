package ai.chronom.m365.sandbox.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer.
 *
 * @param stream written piece by piece in place of the bytes, for bodies too large to hold
 */
public record Reply(
    int status, Map<String, String> headers, byte[] body, @Nullable Streamed stream) {

  /** Writes a body as it goes out. */
  @FunctionalInterface
  public interface Streamed {
    void writeTo(OutputStream out) throws IOException;
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0], null);
  }

  public static Reply of(int status, String contentType, byte[] body) {
    return new Reply(status, Map.of("Content-Type", contentType), body, null);
  }

  public static Reply text(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply streamed(int status, String contentType, Streamed stream) {
    return new Reply(status, Map.of("Content-Type", contentType), new byte[0], stream);
  }

  public static Reply seeOther(String location) {
    return empty(303).with("Location", location);
  }

  public Reply with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, all, body, stream);
  }

  public Reply withBody(byte[] other) {
    return new Reply(status, headers, other, null);
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
