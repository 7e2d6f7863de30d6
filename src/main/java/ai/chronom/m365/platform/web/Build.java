package ai.chronom.m365.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this archive was built from. */
final class Build {
  private static final String FILE = "/ai/chronom/m365/build.properties";

  private Build() {}

  static String version() {
    Properties build = new Properties();
    try (InputStream file = Build.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not in the archive");
      }
      build.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version", "");
  }
}
