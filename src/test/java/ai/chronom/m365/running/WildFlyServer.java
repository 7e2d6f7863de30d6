package ai.chronom.m365.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** WildFly, standalone. */
final class WildFlyServer extends FullServer {
  private final Path home;
  private final ServiceUnit unit;
  private Process server;

  WildFlyServer(Path directory, Path apiTokenFile) throws IOException {
    super(directory, apiTokenFile);
    Path servers = Path.of("target", "servers").toAbsolutePath();
    try (Stream<Path> unpacked = Files.list(servers)) {
      this.home =
          unpacked
              .filter(path -> path.getFileName().toString().startsWith("wildfly-"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no WildFly in " + servers));
    }
    this.unit = new ServiceUnit("chronom-wildfly.service", "/opt/wildfly", home);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> processes().forEach(ProcessHandle::destroyForcibly)));
  }

  @Override
  protected void setUp(Map<String, String> environment) throws IOException {
    environment.put("WILDFLY_HOME", home.toString());
    // What an earlier run of the tests left.
    Command.of("rm", "-f", home.resolve("standalone/deployments/ROOT.war").toString())
        .run(setupLog());
    // Twice: what ops people run again must change nothing and not fail.
    for (int time = 0; time < 2; time++) {
      Command.of("sh", "server-config/wildfly/setup.sh").in(environment).run(setupLog());
    }
  }

  @Override
  protected void deploy(Map<String, String> environment) throws IOException {
    Command.of("sh", "server-config/wildfly/deploy.sh", war().toString())
        .in(environment)
        .run(setupLog());
  }

  @Override
  protected void launch() throws IOException {
    server = unit.start(directory.resolve("start.log"));
  }

  @Override
  public void stop() {
    unit.stop(server);
  }

  @Override
  protected String mailSession() {
    return "java:jboss/mail/chronom";
  }

  @Override
  Path configuration(String file) {
    return home.resolve("standalone").resolve(file);
  }

  @Override
  public Path log() {
    return home.resolve("standalone/log/server.log");
  }

  @Override
  public Stream<ProcessHandle> processes() {
    return withSandbox(
        server == null
            ? Stream.empty()
            : Stream.concat(server.descendants(), Stream.of(server.toHandle())));
  }
}
