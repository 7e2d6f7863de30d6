package ai.chronom.m365.running;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** The real launcher in its own process, with an empty database, free ports and a sandbox. */
final class EmbeddedRun implements Installation {
  private static final int START_SECONDS = 240;
  private static final int STOP_SECONDS = 60;

  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private Process launcher;
  private String console = "";

  /**
   * @param more configuration beyond ports, directory, database and API token
   * @param environment variables for all its processes
   */
  EmbeddedRun(
      Path directory,
      Path apiTokenFile,
      Map<String, String> more,
      Map<String, String> environment) {
    this.environment = environment;
    properties = new TreeMap<>();
    properties.put("chronom.http.port", String.valueOf(Ports.free(1)));
    properties.put("chronom.sandbox.port", String.valueOf(Ports.free(4)));
    properties.put("chronom.data.directory", directory.resolve("data").toString());
    properties.put("chronom.bootstrap.api-token-file", apiTokenFile.toString());
    if (!more.containsKey("chronom.db.url")) {
      TestDatabase database = TestDatabase.asked(directory);
      properties.put("chronom.db.url", database.url());
      properties.put("chronom.db.user", database.user());
    }
    properties.put("chronom.log.events-file", directory.resolve("data/events.jsonl").toString());
    properties.put("embedded.log-level", System.getProperty("it.log-level", "INFO"));
    properties.putAll(more);
  }

  @Override
  public void start() {
    try {
      List<String> command =
          new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx64m"));
      properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
      command.add("-Dembedded.ends-with-parent=true");
      String classPath =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      command.addAll(List.of("-cp", classPath, "ai.chronom.m365.embedded.Launcher"));
      ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
      process.environment().putAll(environment);
      launcher = process.start();
      Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
      console = awaitBlock(launcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants());
  }

  @Override
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
  public URI base() {
    return URI.create("http://localhost:" + properties.get("chronom.http.port"));
  }

  @Override
  public SSLContext trust() {
    return Tls.usual();
  }

  @Override
  public Path adminPasswordFile() {
    return dataDirectory().resolve("admin-password.txt");
  }

  @Override
  public Path dataDirectory() {
    return Path.of(properties.get("chronom.data.directory"));
  }

  @Override
  public Path log() {
    return dataDirectory().resolve("log/server.log");
  }

  @Override
  public String console() {
    return console;
  }

  @Override
  public SandboxTenant sandbox() {
    return SandboxTenant.in(console);
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
}
