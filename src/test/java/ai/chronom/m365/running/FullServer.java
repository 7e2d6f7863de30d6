package ai.chronom.m365.running;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A full server as ops people set it up: unpacked by the build, turned into ours by the scripts of
 * {@code server-config}, with PostgreSQL, over HTTPS, with the WAR that the build made.
 */
abstract class FullServer implements Installation {
  private static final int READY_SECONDS = 300;

  protected final Path directory;
  protected final int httpsPort = Ports.free(1);
  protected final int managementPort = Ports.free(3);
  private final Path apiTokenFile;
  private final Path adminPasswordFile;
  private final Tls tls;
  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private @Nullable OwnSandbox sandbox;
  private final OpsDatabase database;

  protected FullServer(Path directory, Path apiTokenFile) throws IOException {
    this.directory = directory;
    this.apiTokenFile = apiTokenFile;
    this.adminPasswordFile = secret("admin-password.txt");
    this.tls = Tls.make(directory);
    this.database = OpsDatabase.create(directory);
    mailServer.start();
  }

  /**
   * @param kind payara or wildfly
   */
  static FullServer of(String kind, Path directory, Path apiTokenFile) throws IOException {
    return switch (kind) {
      case "payara" -> new PayaraServer(directory, apiTokenFile);
      case "wildfly" -> new WildFlyServer(directory, apiTokenFile);
      default ->
          throw new IllegalArgumentException(
              "it.server is embedded, payara or wildfly, not " + kind);
    };
  }

  /** Runs the server's own set-up script; the server stands still afterwards. */
  protected abstract void setUp(Map<String, String> environment) throws IOException;

  /** Deploys into the server that was set up; it stands still afterwards. */
  protected abstract void deploy(Map<String, String> environment) throws IOException;

  protected abstract void launch() throws IOException;

  /** The name under which the set-up script makes the mail session. */
  protected abstract String mailSession();

  /** Takes what the server's mail session sends. */
  GreenMail mailServer() {
    return mailServer;
  }

  /** A file of the server's own configuration, by its path in its domain. */
  abstract Path configuration(String file);

  @Override
  public void start() {
    try {
      if (Files.notExists(directory.resolve("chronom.properties"))) {
        sandbox = OwnSandbox.start(directory.resolve("sandbox"));
        deploy(prepare());
      }
      launch();
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All but the product, and without a sandbox: returns the environment that the scripts ran with.
   */
  Map<String, String> prepare() throws IOException {
    database.migrate();
    return setUpWith(environment());
  }

  /** The same for tests inside the server, which do to the tables what the product may not. */
  Map<String, String> prepareAsOwner() throws IOException {
    database.migrate();
    Map<String, String> environment = environment();
    environment.put("DB_USER", OpsDatabase.OWNER);
    environment.put("DB_PASSWORD_FILE", database.ownerPasswordFile().toString());
    return setUpWith(environment);
  }

  private Map<String, String> setUpWith(Map<String, String> environment) throws IOException {
    setUp(environment);
    return environment;
  }

  private Map<String, String> environment() throws IOException {
    Map<String, String> variables = new TreeMap<>();
    variables.put("POSTGRESQL_JAR", library("postgresql"));
    variables.put("ECLIPSELINK_JAR", library("eclipselink"));
    variables.put("DB_URL", database.url());
    variables.put("DB_USER", database.user());
    variables.put("DB_PASSWORD_FILE", database.userPasswordFile().toString());
    variables.put("CONFIG_FILE", configuration().toString());
    variables.put("ADMIN_PASSWORD_FILE", secret("server-admin-password.txt").toString());
    variables.put("MAIL_HOST", "127.0.0.1");
    variables.put("MAIL_PORT", String.valueOf(mailServer.getSmtp().getPort()));
    variables.put("MAIL_FROM", "chronom@example.com");
    variables.put("TLS_KEYSTORE", tls.keyStore().toString());
    variables.put("TLS_PASSWORD_FILE", tls.passwordFile().toString());
    variables.put("HTTPS_ADDRESS", "127.0.0.1");
    variables.put("HTTPS_PORT", String.valueOf(httpsPort));
    variables.put("ADMIN_PORT", String.valueOf(managementPort));
    variables.put("MANAGEMENT_PORT", String.valueOf(managementPort));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("PATH", System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
    return variables;
  }

  private Path configuration() throws IOException {
    Map<String, String> keys = new TreeMap<>(sandbox == null ? Map.of() : sandbox.configuration());
    keys.put("chronom.vault.key-file", directory.resolve("vault-keys.json").toString());
    keys.put("chronom.database.migrate", "false");
    keys.put("chronom.bootstrap.admin-password-file", adminPasswordFile.toString());
    keys.put("chronom.bootstrap.api-token-file", apiTokenFile.toString());
    keys.put("chronom.notifications.mail-session", mailSession());
    keys.put("chronom.notifications.mail-to", "ops@example.com");
    keys.put("chronom.notifications.mail-from", "chronom@example.com");
    keys.put("chronom.log.events-file", dataDirectory().resolve("events.jsonl").toString());
    StringBuilder lines = new StringBuilder();
    keys.forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    Path settings = Files.writeString(directory.resolve("chronom.properties"), lines);
    Command.of("sh", "server-config/keys/vault-keys.sh", "create", settings.toString())
        .in(Map.of("PRODUCT_WAR", war().toString()))
        .run(directory.resolve("vault-keys.log"));
    return settings;
  }

  /** Rewrites the file of settings: what it had at first, and that. */
  void settle(Map<String, String> more) {
    Path settings = directory.resolve("chronom.properties");
    Path first = directory.resolve("chronom-first.properties");
    try {
      if (Files.notExists(first)) {
        Files.copy(settings, first);
      }
      StringBuilder lines = new StringBuilder(Files.readString(first));
      more.forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
      Files.writeString(settings, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The very file that the build made. */
  static Path war() {
    return Path.of("target", "chronom-m365.war").toAbsolutePath();
  }

  static String library(String name) {
    return Path.of("target", "servers", "libraries", name + ".jar").toAbsolutePath().toString();
  }

  protected Path setupLog() {
    return directory.resolve("setup.log");
  }

  private Path secret(String name) throws IOException {
    return OpsDatabase.secret(directory, name);
  }

  private void awaitReady() throws IOException {
    HttpClient client = HttpClient.newBuilder().sslContext(trust()).build();
    HttpRequest ready = HttpRequest.newBuilder(base().resolve("/health/ready")).build();
    for (int second = 0; second < READY_SECONDS; second++) {
      try {
        if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Nobody listens yet.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      sleepASecond();
    }
    throw new IllegalStateException("The product did not get ready; the server's log is " + log());
  }

  private static void sleepASecond() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public URI base() {
    return URI.create("https://localhost:" + httpsPort);
  }

  @Override
  public SSLContext trust() {
    return tls.trust();
  }

  @Override
  public Path adminPasswordFile() {
    return adminPasswordFile;
  }

  @Override
  public Path dataDirectory() {
    return directory;
  }

  @Override
  public String console() {
    return "";
  }

  @Override
  public SandboxTenant sandbox() {
    return Objects.requireNonNull(sandbox).tenant();
  }

  protected Stream<ProcessHandle> withSandbox(Stream<ProcessHandle> server) {
    return sandbox == null ? server : Stream.concat(server, Stream.of(sandbox.process()));
  }
}
