package ai.chronom.m365.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A real identity provider, unpacked by the build, with the realm of {@code keycloak/realm.json}.
 * Its first start takes a minute or two; it runs while other things start.
 */
public final class Keycloak implements AutoCloseable {
  public static final String CLIENT_ID = "chronom-m365";

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Process process;
  private final Path directory;
  private final int port;
  private final String secret;
  private final String password;

  private Keycloak(Process process, Path directory, int port, String secret, String password) {
    this.process = process;
    this.directory = directory;
    this.port = port;
    this.secret = secret;
    this.password = password;
  }

  /**
   * Returns at once; see {@link #awaitReady()}.
   *
   * @param base of the product, to which it may lead browsers back
   */
  public static Keycloak start(URI base) {
    try {
      Path directory =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "keycloak-");
      Path home = home();
      String secret = random();
      String password = random();
      String realm =
          Files.readString(Path.of("src/test/resources/keycloak/realm.json"))
              .replace("@BASE@", base.toString())
              .replace("@SECRET@", secret)
              .replace("@PASSWORD@", password);
      Path imports = Files.createDirectories(home.resolve("data/import"));
      Files.writeString(imports.resolve("chronom-realm.json"), realm);
      int port = Ports.free(1);
      Process process =
          Command.of("sh", home.resolve("bin/kc.sh").toString(), "start-dev")
              .with("--http-host=127.0.0.1", "--http-port=" + port, "--import-realm")
              .with("--hostname=http://localhost:" + port, "--db=dev-mem", "--cache=local")
              .in(environment())
              .start(directory.resolve("keycloak.log"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
      return new Keycloak(process, directory, port, secret, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Little memory, and no compiling beyond what a few requests need. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    return environment;
  }

  private static Path home() throws IOException {
    Path parent = Path.of("target", "keycloak").toAbsolutePath();
    if (Files.isDirectory(parent)) {
      try (Stream<Path> unpacked = Files.list(parent)) {
        return unpacked
            .filter(path -> path.getFileName().toString().startsWith("keycloak-"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no Keycloak in " + parent));
      }
    }
    throw new IllegalStateException("Unpack Keycloak first: mvn dependency:unpack@keycloak");
  }

  private static String random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Until the realm answers. */
  public void awaitReady() {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(30))
            .build();
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
        Thread.sleep(500);
      } catch (IOException e) {
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("Keycloak did not start; its log is in " + directory);
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public String issuer() {
    return "http://localhost:" + port + "/realms/chronom";
  }

  /** The same for each of its users. */
  public String password() {
    return password;
  }

  /** What makes the product use it. */
  public Map<String, String> configuration() {
    try {
      Path file = Files.writeString(directory.resolve("client-secret.txt"), secret);
      Map<String, String> keys = new TreeMap<>();
      keys.put("chronom.auth.mechanism", "oidc");
      keys.put("chronom.oidc.issuer", issuer());
      keys.put("chronom.oidc.client-id", CLIENT_ID);
      keys.put("chronom.oidc.client-secret-file", file.toString());
      keys.put("chronom.oidc.role-mapping.chronom-admins", "admin");
      keys.put("chronom.oidc.role-mapping.chronom-operators", "operator");
      keys.put("chronom.oidc.role-mapping.viewer", "/contoso/viewers");
      keys.put("chronom.oidc.tenant-mapping.all", "chronom-operators");
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    end(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
