package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All that support asks for first, in one ZIP file: a page per {@link Diagnosis}, no secret. */
@ApplicationScoped
public class SupportBundle {
  private static final System.Logger LOG = System.getLogger(SupportBundle.class.getName());

  @Inject @Any Instance<Diagnosis> pages;

  /**
   * Something is there whatever is broken: a page that fails says so and holds up no other.
   *
   * @param about which build it is
   */
  public byte[] zip(String about) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      add(zip, "build.txt", about);
      for (Diagnosis page : pages) {
        add(zip, page.name(), text(page));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** No message of an exception: it may quote what no bundle may hold. */
  private static String text(Diagnosis page) {
    try {
      return page.text();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, page.name() + " of the support bundle failed", e);
      return "Not to be had now: " + e.getClass().getName() + "; the server's log tells more.\n";
    }
  }
}
