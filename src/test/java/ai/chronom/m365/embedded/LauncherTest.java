package ai.chronom.m365.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that must not succeed ends with one sentence, exit code 1 and no stack trace. */
class LauncherTest {
  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  @TempDir Path directory;

  @Test
  void refusesAnUnknownKey() throws Exception {
    assertRefused("chronom.http.prot does not exist", "-Dchronom.http.prot=1");
  }

  @Test
  void refusesAWrongValue() throws Exception {
    assertRefused("chronom.http.port must be a whole number", "-Dchronom.http.port=http");
  }

  @Test
  void refusesAPortInUse() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused(
          "choose another with -Dchronom.http.port=<port>",
          "-Dchronom.http.port=" + other.getLocalPort());
    }
  }

  @Test
  void refusesADatabaseThatDoesNotAnswer() throws Exception {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0)) {
      nobody = closed.getLocalPort();
    }
    assertRefused(
        "The database jdbc:postgresql://localhost:" + nobody + "/x cannot be opened",
        "-Dchronom.http.port=" + freePort(),
        "-Dchronom.db.url=jdbc:postgresql://localhost:" + nobody + "/x");
  }

  private void assertRefused(String sentence, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Run.java(options));
    command.addAll(
        List.of("-Dchronom.sandbox.enabled=false", "-Dchronom.data.directory=" + directory));
    command.addAll(List.of("-cp", CLASS_PATH, Launcher.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(output).contains(sentence).doesNotContain("\tat ");
    assertThat(output.lines().filter(line -> !line.isBlank())).hasSize(1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }
}
