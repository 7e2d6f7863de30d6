package ai.chronom.m365.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The product as a newcomer starts it: the real launcher in its own process, with an empty
 * database, free ports and a sandbox. Tests that can live with the traces of others use {@link
 * #shared()}: a start takes 20 seconds.
 */
public final class RunningServer implements AutoCloseable {
  private static final int START_SECONDS = 240;
  private static final int STOP_SECONDS = 60;

  private final Path directory;
  private final Map<String, String> properties;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process launcher;
  private String console = "";

  private RunningServer(Path directory, Map<String, String> properties) {
    this.directory = directory;
    this.properties = properties;
  }

  /** The one server of this JVM, started by whoever asks first. */
  public static RunningServer shared() {
    return Shared.SERVER;
  }

  /**
   * A server of one's own.
   *
   * @param more configuration beyond ports, directory, database and API token
   */
  public static RunningServer start(Map<String, String> more) {
    try {
      Path parent = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
      Path directory = Files.createTempDirectory(parent, "server-");
      Map<String, String> properties = new TreeMap<>();
      properties.put("chronom.http.port", String.valueOf(Ports.free(1)));
      properties.put("chronom.sandbox.port", String.valueOf(Ports.free(4)));
      properties.put("chronom.data.directory", directory.resolve("data").toString());
      properties.put("chronom.bootstrap.api-token-file", newToken(directory).toString());
      TestDatabase database = TestDatabase.asked(directory);
      properties.put("chronom.db.url", database.url());
      properties.put("chronom.db.user", database.user());
      properties.put("embedded.log-level", System.getProperty("it.log-level", "INFO"));
      properties.putAll(more);
      RunningServer server = new RunningServer(directory, properties);
      server.startAgain();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts on the data that the stopped server left. */
  public void startAgain() {
    try {
      List<String> command =
          new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx64m"));
      properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
      command.add("-Dembedded.ends-with-parent=true");
      String classPath =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      command.addAll(List.of("-cp", classPath, "ai.chronom.m365.embedded.Launcher"));
      launcher = new ProcessBuilder(command).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
      console = awaitBlock(launcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The launcher and all that it started. */
  public Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants());
  }

  /** As Ctrl-C does; returns when all its processes have ended. */
  public void stop() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "the server did not stop within " + STOP_SECONDS + " seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }

  public URI url(String path) {
    return URI.create("http://localhost:" + properties.get("chronom.http.port")).resolve(path);
  }

  /** First password of the user {@code admin}. */
  public String adminPassword() {
    return firstLine(dataDirectory().resolve("admin-password.txt"));
  }

  /** An API token with the role {@code admin}. */
  public String apiToken() {
    return firstLine(Path.of(properties.get("chronom.bootstrap.api-token-file")));
  }

  public Path dataDirectory() {
    return Path.of(properties.get("chronom.data.directory"));
  }

  public Path log() {
    return dataDirectory().resolve("log/server.log");
  }

  /** What the launcher has printed up to the end of the start-up block. */
  public String console() {
    return console;
  }

  /** The sandbox's tenant, as the start-up block offers it for pasting. */
  public SandboxTenant sandbox() {
    return SandboxTenant.in(console);
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
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + apiToken());
    return send(request.build());
  }

  /** A request exactly as built, without our token. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path newToken(Path directory) throws IOException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Files.writeString(directory.resolve("api-token.txt"), HexFormat.of().formatHex(random));
  }

  /**
   * Reads up to the last line of the block, and drains what comes later, lest the process blocks.
   */
  private String awaitBlock(Process process) {
    CompletableFuture<String> block = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, block), "launcher output");
    reader.setDaemon(true);
    reader.start();
    try {
      return block.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (Exception e) {
      process.destroy();
      throw new IllegalStateException("The server did not start; its log is " + log(), e);
    }
  }

  private static void read(Process process, CompletableFuture<String> block) {
    StringBuilder seen = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        seen.append(line).append('\n');
        if (line.contains("Ctrl-C stops it")) {
          block.complete(seen.toString());
        }
      }
    } catch (IOException e) {
      seen.append(e);
    }
    block.completeExceptionally(new IllegalStateException(seen.toString()));
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
    private static final RunningServer SERVER = start(Map.of());
  }
}
