package ai.chronom.m365.embedded;

import ai.chronom.m365.embedded.server.EmbeddedServer;
import ai.chronom.m365.embedded.server.LastingLogManager;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The product in its own JVM. */
final class ServerProcess {
  private static final int START_SECONDS = 300;

  private final Child child;

  private ServerProcess(Child child) {
    this.child = child;
  }

  /**
   * @param properties system properties of the server; they go through a pipe, because some are
   *     secret
   */
  static ServerProcess start(Map<String, String> properties, DataDirectory data)
      throws InterruptedException {
    List<String> jars =
        List.of(
            Run.jar("payara-embedded-all-"),
            Run.jar("postgresql-"),
            Run.file("target/embedded/server-tests.jar").toString());
    List<String> command =
        new ArrayList<>(Run.java("@" + Run.file("server-config/embedded/jvm.options")));
    command.addAll(moreOptions());
    command.add("-Djava.util.logging.manager=" + LastingLogManager.class.getName());
    command.addAll(List.of("-cp", String.join(File.pathSeparator, jars)));
    command.add(EmbeddedServer.class.getName());
    Child child =
        Child.start(
            "server", command, ServerProcess::answer, data.log().resolve("server-output.log"));
    child.tell(lines(properties, data));
    String answer = child.awaitAnswer(START_SECONDS);
    if (answer.startsWith(EmbeddedServer.FAILED)) {
      child.awaitEnd();
      throw new CannotStart(sentence(answer.substring(EmbeddedServer.FAILED.length())));
    }
    return new ServerProcess(child);
  }

  int awaitEnd() throws InterruptedException {
    return child.awaitEnd();
  }

  /**
   * For whoever measures: {@code -Dembedded.jvm-options="-Xmx4g …"}; the last of an option counts.
   */
  private static List<String> moreOptions() {
    String options = System.getProperty("embedded.jvm-options", "").strip();
    return options.isEmpty() ? List.of() : List.of(options.split(" +"));
  }

  private static Optional<String> answer(String line) {
    return line.startsWith(EmbeddedServer.ANSWER)
        ? Optional.of(line.substring(EmbeddedServer.ANSWER.length()))
        : Optional.empty();
  }

  private static List<String> lines(Map<String, String> properties, DataDirectory data) {
    Map<String, String> all = new TreeMap<>(properties);
    String war = System.getProperty("embedded.war", "target/chronom-m365");
    all.put("embedded.war", Run.file(war).toString());
    all.put("embedded.domain", Run.file("server-config/embedded/domain.xml").toString());
    all.put("embedded.log", data.log().resolve("server.log").toString());
    all.put("embedded.log-level", System.getProperty("embedded.log-level", "INFO"));
    List<String> lines = new ArrayList<>();
    all.forEach((name, value) -> lines.add(name + "=" + value));
    lines.add("");
    return lines;
  }

  private static String sentence(String reason) {
    return "The product did not start: " + reason + (reason.endsWith(".") ? "" : ".");
  }
}
