package ai.chronom.m365.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** How this program names itself to Microsoft; the build writes the number. */
final class Version {
  private static final String USER_AGENT = "Chronom-M365/" + number();

  private Version() {}

  static String userAgent() {
    return USER_AGENT;
  }

  private static String number() {
    try (InputStream file =
        Version.class.getResourceAsStream("/ai/chronom/m365/build.properties")) {
      Properties build = new Properties();
      build.load(Objects.requireNonNull(file, "build.properties"));
      return build.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
