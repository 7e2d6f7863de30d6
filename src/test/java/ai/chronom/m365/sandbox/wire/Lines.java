package ai.chronom.m365.sandbox.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sandbox's fact files: lines of text, without comments and blank ones. */
public final class Lines {
  private Lines() {}

  public static List<String> of(String file) {
    String path = "/ai/chronom/m365/sandbox/" + file;
    try (InputStream in = Lines.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the sandbox misses its file " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
