package ai.chronom.m365.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * HAProxy before nodes, with the example that ops people get; only names, ports and TLS, which the
 * embedded nodes don't speak, are the test's.
 */
public final class Balancer implements AutoCloseable {
  private static final Path EXAMPLE = Path.of("server-config/examples/haproxy.cfg");

  private final Process process;
  private final int port;

  private Balancer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  public static Balancer before(List<RunningServer> nodes) {
    try {
      Path directory =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "balancer-");
      int port = Ports.free(1);
      Path file = directory.resolve("haproxy.cfg");
      Files.writeString(file, adapted(Files.readString(EXAMPLE), nodes, port));
      Command.of("haproxy", "-c", "-f", file.toString()).run(directory.resolve("check.log"));
      Process process =
          Command.of("haproxy", "-db", "-f", file.toString())
              .start(directory.resolve("haproxy.log"));
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return new Balancer(process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String adapted(String example, List<RunningServer> nodes, int port) {
    String text =
        example
            .replaceFirst("bind :443 .*", "bind 127.0.0.1:" + port)
            .replace(" httponly secure ", " httponly ")
            .replaceFirst("check check-ssl inter 5s (.*) ssl .*", "check inter 1s $1");
    for (int number = 1; number <= nodes.size(); number++) {
      text =
          text.replace(
              "node" + number + ".internal.example.com:8443",
              nodes.get(number - 1).url("/").getAuthority());
    }
    return text;
  }

  public URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
