package ai.chronom.m365.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Payara Server, with a domain of its own. */
final class PayaraServer extends FullServer {
  private static final Path HOME = Path.of("target", "servers", "payara6").toAbsolutePath();
  private static final String DOMAIN = "chronom";
  private static final String ASADMIN = HOME.resolve("bin/asadmin").toString();

  private final ServiceUnit unit = new ServiceUnit("chronom-payara.service", "/opt/payara6", HOME);
  private @Nullable Process server;

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
    server = unit.start(directory.resolve("start.log"));
  }

  @Override
  public void stop() {
    unit.stop(Objects.requireNonNull(server));
  }

  private void kill() {
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  protected String mailSession() {
    return "mail/chronom";
  }

  @Override
  Path configuration(String file) {
    return HOME.resolve("glassfish/domains/" + DOMAIN).resolve(file);
  }

  @Override
  public Path log() {
    return HOME.resolve("glassfish/domains/" + DOMAIN + "/logs/server.log");
  }

  /** Also one that {@link #deploy} left behind. */
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
