package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs themselves judge the files that ops people get for them. */
class ExamplesOpsIT {
  /** Of 100; a service without any hardening has about 96. */
  private static final String EXPOSURE_MAX = "--threshold=20";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"chronom-payara.service", "chronom-wildfly.service"})
  void systemdTakesTheUnitAndFindsItHardened(String name) throws IOException {
    String unit = Files.readString(Path.of("server-config/systemd", name));
    assertThat(unit).contains("\nExecStart=/opt/").contains("\nUser=chronom\n");
    Path file =
        Files.writeString(
            directory.resolve(name),
            unit.replaceAll("(?m)^ExecStart=.*", "ExecStart=/bin/true")
                .replaceAll("(?m)^(User|Group)=chronom", "$1=root"));

    run("systemd-analyze", "verify", file.toString());
    run("systemd-analyze", "security", "--offline=true", EXPOSURE_MAX, file.toString());
  }

  @Test
  void shellCheckFindsNothingInTheScripts() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("server-config"))) {
      List<String> scripts =
          files.map(Path::toString).filter(name -> name.endsWith(".sh")).sorted().toList();
      assertThat(scripts).hasSizeGreaterThan(8);
      run(
          Stream.concat(Stream.of("shellcheck", "-x", "--source-path=SCRIPTDIR"), scripts.stream())
              .toArray(String[]::new));
    }
  }

  @Test
  void nginxTakesTheExample() throws IOException {
    String key = directory.resolve("key.pem").toString();
    String certificate = directory.resolve("certificate.pem").toString();
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=chronom.example.com",
        "-keyout",
        key,
        "-out",
        certificate);
    String example =
        Files.readString(Path.of("server-config/examples/nginx.conf"))
            .replaceAll("node\\d\\.internal\\.example\\.com", "127.0.0.1")
            .replace("/etc/nginx/tls/chronom.key", key)
            .replaceAll("/etc/nginx/tls/\\S+(?=;)", certificate);
    Path file =
        Files.writeString(
            directory.resolve("nginx.conf"),
            "pid "
                + directory.resolve("nginx.pid")
                + ";\nevents {}\nhttp {\naccess_log off;\n"
                + example
                + "}\n");

    run("nginx", "-t", "-c", file.toString(), "-e", directory.resolve("error.log").toString());
  }

  private void run(String... words) throws IOException {
    Command.of(words).run(directory.resolve("output.log"));
  }
}
