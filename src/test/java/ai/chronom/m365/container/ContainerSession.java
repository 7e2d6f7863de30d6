package ai.chronom.m365.container;

import ai.chronom.m365.running.ManagedServer;
import ai.chronom.m365.running.Ports;
import ai.chronom.m365.running.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Prepares a JVM for tests inside the server, before anything of it starts: an empty database and
 * the system properties that the domain and the product read.
 */
public final class ContainerSession implements LoadableExtension {
  /** The build names the domain of the embedded run. */
  private static final String DOMAIN = "in-container.domain";

  @Override
  public void register(ExtensionBuilder builder) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
      Path directory = Files.createTempDirectory(parent, "container-");
      String server = System.getProperty(BuiltWar.SERVER);
      if (server == null) {
        prepare(directory);
      } else {
        ManagedServer.prepare(server, directory).forEach(System::setProperty);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void prepare(Path directory) throws IOException {
    TestDatabase database = TestDatabase.asked(directory);
    System.setProperty("embedded.db.driver", database.driver());
    System.setProperty("embedded.db.url", database.url());
    System.setProperty("embedded.db.user", database.user());
    System.setProperty("embedded.db.password", "");
    System.setProperty("chronom.embedded", "true");
    System.setProperty("chronom.http.address", "127.0.0.1");
    System.setProperty(DOMAIN, domain(directory).toString());
    System.setProperty("chronom.vault.key-file", directory.resolve("vault-keys.json").toString());
    System.setProperty(
        "chronom.bootstrap.admin-password-file",
        Files.writeString(directory.resolve("admin-password.txt"), "first-password-of-the-tests")
            .toString());
  }

  /** The domain with the port written out: the container adapter reads it there. */
  private static Path domain(Path directory) throws IOException {
    String domain = Files.readString(Path.of(System.getProperty(DOMAIN)));
    String port = String.valueOf(Ports.free(1));
    return Files.writeString(
        directory.resolve("domain.xml"), domain.replace("${chronom.http.port}", port));
  }
}
