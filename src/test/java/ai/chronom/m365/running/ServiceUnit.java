package ai.chronom.m365.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit of {@code server-config/systemd}, started and stopped as systemd would: its command, its
 * environment, the signal to every process, the time it may take and how it may end. Nothing of the
 * sandboxing: that takes systemd itself.
 */
final class ServiceUnit {
  private final List<String> lines;
  private final String from;
  private final String to;

  /**
   * @param from where the unit expects the server
   * @param to where it is here
   */
  ServiceUnit(String name, String from, Path to) throws IOException {
    this.lines = Files.readAllLines(Path.of("server-config/systemd", name));
    this.from = from;
    this.to = to.toString();
  }

  Process start(Path output) throws IOException {
    Map<String, String> environment =
        values("Environment")
            .map(value -> value.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    String command = value("ExecStart").replace(from, to);
    return Command.of(command.split(" ")).in(environment).start(output);
  }

  /** Throws an IllegalStateException when systemd would kill it or call it failed. */
  void stop(Process process) {
    if (!value("KillSignal").equals("SIGTERM")) {
      throw new IllegalStateException("Another signal than Process.destroy sends");
    }
    boolean onlyTheFirst = values("KillMode").anyMatch("mixed"::equals);
    List<ProcessHandle> others = onlyTheFirst ? List.of() : process.descendants().toList();
    process.destroy();
    others.forEach(ProcessHandle::destroy);
    awaitEnd(process, others, Duration.ofSeconds(Long.parseLong(value("TimeoutStopSec"))));
    int exit = process.exitValue();
    if (exit != 0 && exit != Integer.parseInt(value("SuccessExitStatus"))) {
      throw new IllegalStateException("It ended with " + exit);
    }
  }

  private static void awaitEnd(Process process, List<ProcessHandle> others, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    try {
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      while (ended && others.stream().anyMatch(ProcessHandle::isAlive)) {
        ended = System.nanoTime() < end;
        Thread.sleep(100);
      }
      if (!ended) {
        throw new IllegalStateException("It did not stop within " + limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String value(String key) {
    return values(key).findFirst().orElseThrow();
  }

  private Stream<String> values(String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1));
  }
}
