package ai.chronom.m365.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the processes of the run have in common: the JDK, the class path, the files of the build.
 */
final class Run {
  private static final Path BASE =
      Path.of(System.getProperty("embedded.base", "")).toAbsolutePath();

  private Run() {}

  /** Begins a command with this JVM's own java. */
  static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    return command;
  }

  static Path file(String path) {
    return BASE.resolve(path);
  }

  /** A jar of our own class path, by the beginning of its name. */
  static String jar(String beginning) {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (Path.of(entry).getFileName().toString().startsWith(beginning)) {
        return entry;
      }
    }
    throw new CannotStart("The class path of the run has no " + beginning + "….jar.");
  }

  /** Ends this process when nobody holds the other end of its standard input any more. */
  static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
              } catch (IOException e) {
                // A broken pipe tells the same.
              }
              System.exit(0);
            },
            "parent watch");
    watch.setDaemon(true);
    watch.start();
  }
}
