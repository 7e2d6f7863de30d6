package ai.chronom.m365.running;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The product as its users run it, with an empty database, free ports and a sandbox: the embedded
 * run, or with {@code -Dit.server=payara|wildfly} a full server set up by the scripts of {@code
 * server-config}. Tests that can live with the traces of others use {@link #shared()}: a start
 * takes 20 seconds.
 */
public final class RunningServer implements AutoCloseable {
  private static final String EMBEDDED = "embedded";
  private static final String KIND = System.getProperty("it.server", EMBEDDED);

  private final Installation installation;
  private final Path apiTokenFile;
  private final HttpClient http;

  private RunningServer(Installation installation, Path apiTokenFile) {
    this.installation = installation;
    this.apiTokenFile = apiTokenFile;
    this.http = client().build();
  }

  /**
   * Without TLS Java's client asks to go on in HTTP/2 with its first request, and Payara 6 then
   * sometimes loses that request's body; browsers and proxies never ask.
   */
  private HttpClient.Builder client() {
    boolean tls = installation.base().getScheme().equals("https");
    return HttpClient.newBuilder()
        .version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
        .sslContext(installation.trust());
  }

  /** The one server of this JVM, started by whoever asks first. */
  public static RunningServer shared() {
    return Shared.SERVER;
  }

  /**
   * A server of one's own; where the embedded run is not meant, the shared one, since a full server
   * is set up once.
   *
   * @param more configuration beyond ports, directory, database and API token
   */
  public static RunningServer start(Map<String, String> more) {
    return start(more, Map.of());
  }

  /**
   * The same, with variables for the environment of its processes.
   *
   * @param more configuration beyond ports, directory, database and API token
   */
  public static RunningServer start(Map<String, String> more, Map<String, String> environment) {
    return KIND.equals(EMBEDDED) ? startNew(more, environment) : shared();
  }

  /**
   * One that people enter by single sign-on: a server of one's own, or the shared full server, set
   * up anew and restarted. End it with {@link #withoutSingleSignOn()}.
   *
   * @param configuration of an identity provider that may lead back to that address
   */
  public static RunningServer withSingleSignOn(Function<URI, Map<String, String>> configuration) {
    if (KIND.equals(EMBEDDED)) {
      String port = String.valueOf(Ports.free(1));
      Map<String, String> keys =
          new TreeMap<>(configuration.apply(URI.create("http://localhost:" + port)));
      keys.put("chronom.http.port", port);
      return startNew(keys, Map.of());
    }
    RunningServer server = shared();
    server.restartWith(configuration.apply(server.installation.base()));
    return server;
  }

  /** As it was before. */
  public void withoutSingleSignOn() {
    stop();
    if (!KIND.equals(EMBEDDED)) {
      restartWith(Map.of());
    }
  }

  /** A full server, with more in its file of settings, or as at first when there is nothing. */
  private void restartWith(Map<String, String> more) {
    installation.stop();
    ((FullServer) installation).settle(more);
    installation.start();
  }

  private static RunningServer startNew(Map<String, String> more, Map<String, String> environment) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
      Path directory = Files.createTempDirectory(parent, KIND + "-");
      Path apiTokenFile = newToken(directory);
      Installation installation =
          KIND.equals(EMBEDDED)
              ? new EmbeddedRun(directory, apiTokenFile, more, environment)
              : FullServer.of(KIND, directory, apiTokenFile);
      installation.start();
      return new RunningServer(installation, apiTokenFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of several over one database, each with a directory of its own. */
  static RunningServer node(Path directory, Path apiTokenFile, Map<String, String> more) {
    Installation installation = new EmbeddedRun(directory, apiTokenFile, more, Map.of());
    installation.start();
    return new RunningServer(installation, apiTokenFile);
  }

  /** Starts on the data that the stopped server left. */
  public void startAgain() {
    installation.start();
  }

  /** The launcher or the server, and all that it started. */
  public Stream<ProcessHandle> processes() {
    return installation.processes();
  }

  /** As Ctrl-C does; returns when all its processes have ended. A shared one goes on. */
  public void stop() {
    if (KIND.equals(EMBEDDED)) {
      installation.stop();
    }
  }

  /** As ops people restart the service of a full server; returns when it is ready again. */
  void restartService() {
    installation.stop();
    installation.start();
  }

  /** The same with another WAR in the place of the deployed one; for WildFly. */
  void restartServiceWith(Path war) throws IOException {
    installation.stop();
    Path deployed = ((FullServer) installation).configuration("deployments/ROOT.war");
    Files.copy(war, deployed, StandardCopyOption.REPLACE_EXISTING);
    installation.start();
  }

  /** What full servers send their mail to. */
  GreenMail mailServer() {
    return ((FullServer) installation).mailServer();
  }

  /** As {@code kill -9} does; returns when all its processes have ended. */
  public void kill() {
    List<ProcessHandle> all = processes().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  @Override
  public void close() {
    stop();
  }

  public URI url(String path) {
    return installation.base().resolve(path);
  }

  /** First password of the user {@code admin}. */
  public String adminPassword() {
    return firstLine(installation.adminPasswordFile());
  }

  /** An API token with the role {@code admin}. */
  public String apiToken() {
    return firstLine(apiTokenFile);
  }

  public Path dataDirectory() {
    return installation.dataDirectory();
  }

  /** The file of an H2 database of this run's own; empty with PostgreSQL. */
  public Optional<Path> databaseFile() {
    return Optional.of(dataDirectory().resolveSibling("test.mv.db")).filter(Files::exists);
  }

  public Path log() {
    return installation.log();
  }

  /** Each event as a line of JSON; the newest file of them. */
  public Path events() {
    return installation.dataDirectory().resolve("events.jsonl.0");
  }

  /** What the launcher has printed up to the end of the start-up block. */
  public String console() {
    return installation.console();
  }

  /** The sandbox's tenant, as the start-up block offers it for pasting. */
  public SandboxTenant sandbox() {
    return installation.sandbox();
  }

  /** A REST call as {@code admin}; the path begins with {@code /api/v1}. */
  public HttpResponse<String> call(String method, String path, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path))
            .header("Authorization", "Bearer " + apiToken())
            .header("Accept", "application/json")
            .header("Content-Type", "application/json");
    return send(request.method(method, HttpRequest.BodyPublishers.ofString(json)).build());
  }

  public HttpResponse<String> get(String path) {
    return get(path, HttpResponse.BodyHandlers.ofString());
  }

  /** Of any length, as the handler takes it. */
  public <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + apiToken());
    return send(request.build(), body);
  }

  /** A request exactly as built, without our token. */
  public HttpResponse<String> send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Path newToken(Path directory) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Files.writeString(directory.resolve("api-token.txt"), HexFormat.of().formatHex(random));
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holder: started on first use. */
  private static final class Shared {
    private static final RunningServer SERVER = startNew(Map.of(), Map.of());
  }
}
