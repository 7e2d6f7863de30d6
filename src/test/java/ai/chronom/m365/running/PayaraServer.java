package ai.chronom.m365.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Payara Server, with a domain of its own. */
final class PayaraServer extends FullServer {
  private static final Path HOME = Path.of("target", "servers", "payara6").toAbsolutePath();
  private static final String DOMAIN = "chronom";
  private static final String ASADMIN = HOME.resolve("bin/asadmin").toString();

  PayaraServer(Path directory, Path apiTokenFile) throws IOException {
    super(directory, apiTokenFile);
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  @Override
  protected void setUp(Map<String, String> environment) throws IOException {
    environment.put("PAYARA_HOME", HOME.toString());
    // What an earlier run of the tests left.
    Command.of("rm", "-rf", HOME.resolve("glassfish/domains/" + DOMAIN).toString()).run(setupLog());
    // Twice: what ops people run again must change nothing and not fail.
    for (int time = 0; time < 2; time++) {
      Command.of("sh", "server-config/payara/setup.sh").in(environment).run(setupLog());
    }
  }

  @Override
  protected void deploy(Map<String, String> environment) throws IOException {
    Command.of(ASADMIN, "start-domain", DOMAIN).run(setupLog());
    Command.of("sh", "server-config/payara/deploy.sh", war().toString())
        .in(environment)
        .run(setupLog());
    Command.of(ASADMIN, "stop-domain", DOMAIN).run(setupLog());
  }

  @Override
  protected void launch() throws IOException {
    Command.of(ASADMIN, "start-domain", DOMAIN).run(directory.resolve("start.log"));
  }

  @Override
  public void stop() {
    try {
      Command.of(ASADMIN, "stop-domain", DOMAIN).run(directory.resolve("stop.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void kill() {
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  Path configuration(String file) {
    return HOME.resolve("glassfish/domains/" + DOMAIN).resolve(file);
  }

  @Override
  public Path log() {
    return HOME.resolve("glassfish/domains/" + DOMAIN + "/logs/server.log");
  }

  /** The domain is not our child: asadmin started it. */
  @Override
  public Stream<ProcessHandle> processes() {
    return withSandbox(
        ProcessHandle.allProcesses()
            .filter(
                process ->
                    process
                        .info()
                        .commandLine()
                        .filter(line -> line.contains(HOME + "/glassfish/domains/" + DOMAIN))
                        .isPresent()));
  }
}
