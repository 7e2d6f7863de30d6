package ai.chronom.m365.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** WildFly, standalone. */
final class WildFlyServer extends FullServer {
  private static final long STOP_SECONDS = 60;

  private final Path home;
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
    server =
        Command.of(home.resolve("bin/standalone.sh").toString())
            .in(Map.of("LAUNCH_JBOSS_IN_BACKGROUND", "true"))
            .start(directory.resolve("start.log"));
  }

  @Override
  public void stop() {
    server.destroy();
    try {
      if (!server.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("WildFly did not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
