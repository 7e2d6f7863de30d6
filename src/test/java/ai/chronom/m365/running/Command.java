package ai.chronom.m365.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A command that ops people type, with their environment; what it prints goes to a file. */
public final class Command {
  private static final long PATIENCE_MINUTES = 8;

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();

  private Command() {}

  public static Command of(String... words) {
    return new Command().with(words);
  }

  public Command with(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  public Command in(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /** Throws an IllegalStateException with the output when the command does not end well. */
  public void run(Path output) throws IOException {
    Process process = start(output);
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(
            String.join(" ", words) + " failed:\n" + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Does not wait for its end. */
  Process start(Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
