package ai.chronom.m365.vault.web;

import ai.chronom.m365.vault.Pkcs12File;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A PKCS#12 file that a browser uploaded; the server keeps uploads in memory (web.xml). */
public final class Pkcs12Part {
  private Pkcs12Part() {}

  /** Null when no file was chosen. One that is too large is not read to its end. */
  public static @Nullable Pkcs12File read(@Nullable Part part, @Nullable String password)
      throws IOException {
    if (part == null || part.getSize() == 0) {
      return null;
    }
    try (InputStream content = part.getInputStream()) {
      return Pkcs12File.of(content.readNBytes(Pkcs12File.BYTES_MAX + 1), password);
    } finally {
      part.delete();
    }
  }
}
