package ai.chronom.m365.embedded.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.glassfish.embeddable.BootstrapProperties;
import org.glassfish.embeddable.CommandResult;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishException;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;

/**
 * Runs the exploded WAR. Reads system properties from standard input ({@code name=value} lines up
 * to an empty one), so that no password stands in a command line, and answers with one line on
 * standard output: ready, or failed and why.
 */
public final class EmbeddedServer {
  /** Begins the one line that the parent process waits for. */
  public static final String ANSWER = "EMBEDDED SERVER ";

  public static final String READY = "READY";
  public static final String FAILED = "FAILED ";

  /** The mail session's name in JNDI, when there is a mail server. */
  public static final String MAIL = "mail/chronom";

  private final PrintStream parent = System.out;
  private final ServerLog log;
  private final GlassFish server;
  private volatile boolean deployed;

  private EmbeddedServer() throws IOException, GlassFishException {
    // Before the server: it writes to the log while it is built.
    this.log = ServerLog.open(Path.of(System.getProperty("embedded.log")));
    GlassFishProperties properties = new GlassFishProperties();
    properties.setConfigFileURI(Path.of(System.getProperty("embedded.domain")).toUri().toString());
    properties.setConfigFileReadOnly(true);
    this.server = GlassFishRuntime.bootstrap(new BootstrapProperties()).newGlassFish(properties);
  }

  /** Its JVM runs with {@link LastingLogManager}. */
  public static void main(String[] args) throws IOException, GlassFishException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
      int equals = line.indexOf('=');
      System.setProperty(line.substring(0, equals), line.substring(equals + 1));
    }
    Thread parentWatch = new Thread(() -> exitAtEndOf(input), "parent watch");
    parentWatch.start();
    new EmbeddedServer().run();
  }

  private void run() throws GlassFishException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    server.start();
    makeMailSession();
    CommandResult deployment =
        server
            .getCommandRunner()
            .run(
                "deploy",
                "--contextroot=/",
                "--name=chronom-m365",
                System.getProperty("embedded.war"));
    if (deployment.getExitStatus() == CommandResult.ExitStatus.FAILURE) {
      parent.println(ANSWER + FAILED + log.reason(deployment.getFailureCause()));
      parent.flush();
      System.exit(1);
    }
    deployed = true;
    log.speakUp();
    parent.println(ANSWER + READY);
    parent.flush();
  }

  private void makeMailSession() throws GlassFishException {
    String host = System.getProperty("embedded.smtp-host");
    if (host != null) {
      CommandResult made =
          server
              .getCommandRunner()
              .run(
                  "create-javamail-resource",
                  "--mailhost=" + host,
                  "--mailuser=chronom",
                  "--fromaddress=chronom@localhost",
                  "--property=mail.smtp.port=" + System.getProperty("embedded.smtp-port"),
                  MAIL);
      if (made.getExitStatus() == CommandResult.ExitStatus.FAILURE) {
        throw new GlassFishException("no mail session", made.getFailureCause());
      }
    }
  }

  /** Nothing more comes after the properties; the end of the input is the end of the parent. */
  private static void exitAtEndOf(BufferedReader input) {
    try {
      input.readLine();
    } catch (IOException e) {
      // A broken pipe tells the same.
    }
    System.exit(0);
  }

  private void stop() {
    if (!deployed) {
      // A half started server would first finish its start; it has nothing to put in order yet.
      Runtime.getRuntime().halt(1);
    }
    try {
      server.getDeployer().undeploy("chronom-m365");
      server.stop();
      server.dispose();
    } catch (GlassFishException e) {
      parent.println("The server did not stop cleanly: " + e.getMessage());
    } finally {
      ServerLog.close();
    }
  }
}
