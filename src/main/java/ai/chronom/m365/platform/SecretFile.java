package ai.chronom.m365.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A file that the configuration names and that holds one secret; blanks around it are ignored. */
final class SecretFile {
  private static final int MAX_BYTES = 4096;
  private static final int PASSWORD_MIN_CHARS = 8;

  /** What fits into an Authorization header (RFC 6750), and is too long to be guessed. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{16,512}=*");

  private SecretFile() {}

  static char[] password(String key, String file) {
    String password = read(key, file);
    if (password.length() < PASSWORD_MIN_CHARS) {
      throw refused(
          key,
          file,
          "a password of at least "
              + PASSWORD_MIN_CHARS
              + " characters is expected, "
              + password.length()
              + " came");
    }
    return password.toCharArray();
  }

  static String token(String key, String file) {
    String token = read(key, file);
    if (!TOKEN.matcher(token).matches()) {
      throw refused(
          key,
          file,
          "16 to 512 characters of A-Z a-z 0-9 . _ ~ + / - are expected, something else came");
    }
    return token;
  }

  private static String read(String key, String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MAX_BYTES) {
        throw refused(key, file, "at most " + MAX_BYTES + " bytes are expected");
      }
      return Files.readString(path).strip();
    } catch (IOException | IllegalArgumentException e) {
      // Only the kind of trouble: the text of a decoding error could hold the secret.
      throw refused(key, file, "it cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static IllegalStateException refused(String key, String file, String why) {
    return new IllegalStateException(
        "The file " + file + " that " + key + " names is of no use: " + why + ".");
  }
}
