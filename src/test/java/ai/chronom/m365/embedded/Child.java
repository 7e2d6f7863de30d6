package ai.chronom.m365.embedded;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A process that this one started. It says on its standard output when it is ready; the rest of
 * what it prints goes to a file. Its standard input stays open while we live: a child that sees the
 * end of it has lost its parent and ends too.
 */
final class Child {
  private static final long STOP_SECONDS = 30;
  private static final Deque<Child> STARTED = new ConcurrentLinkedDeque<>();

  private final String name;
  private final Process process;
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * @param answerIn finds the answer in a line of the child's standard output
   * @param rest file for the other lines
   */
  static Child start(
      String name, List<String> command, Function<String, Optional<String>> answerIn, Path rest) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      Child child = new Child(name, process);
      STARTED.push(child);
      Thread reader = new Thread(() -> child.read(answerIn, rest), name + " output");
      reader.setDaemon(true);
      reader.start();
      return child;
    } catch (IOException e) {
      throw new CannotStart("The " + name + " cannot be started: " + e.getMessage() + ".");
    }
  }

  /** Writes to the child's standard input and leaves it open. */
  void tell(List<String> lines) {
    try {
      BufferedWriter input = process.outputWriter(StandardCharsets.UTF_8);
      for (String line : lines) {
        input.write(line);
        input.newLine();
      }
      input.flush();
    } catch (IOException e) {
      throw new CannotStart("The " + name + " ended before it started.");
    }
  }

  String awaitAnswer(int seconds) throws InterruptedException {
    try {
      return answer.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new CannotStart("The " + name + " did not get ready within " + seconds + " seconds.");
    } catch (ExecutionException e) {
      throw new CannotStart("The " + name + " ended before it was ready.");
    }
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** The last one first: it may need the others to end well. */
  static void stopAll() {
    STARTED.forEach(Child::stop);
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void read(Function<String, Optional<String>> answerIn, Path rest) {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter file = Files.newBufferedWriter(rest)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<String> found = answerIn.apply(line);
        found.ifPresent(answer::complete);
        if (found.isEmpty()) {
          file.write(line);
          file.newLine();
          file.flush();
        }
      }
    } catch (IOException e) {
      answer.completeExceptionally(new UncheckedIOException(e));
    } finally {
      answer.completeExceptionally(new IllegalStateException("end of output"));
    }
  }
}
