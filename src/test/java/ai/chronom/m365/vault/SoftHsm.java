package ai.chronom.m365.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real PKCS#11 token made of software, from Debian's package softhsm2. The library reads its
 * settings from a file that only the environment names, so tests run in a child process.
 */
final class SoftHsm {
  static final String PIN = "471147";
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));
  private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

  private final Path settings;
  private final String slot;

  /** A new token in that directory. */
  SoftHsm(Path directory) throws IOException, InterruptedException {
    Path tokens = Files.createDirectory(directory.resolve("tokens"));
    settings = directory.resolve("softhsm2.conf");
    Files.writeString(settings, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    String told =
        run(
            List.of(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "chronom",
                "--so-pin",
                "12345678",
                "--pin",
                PIN));
    Matcher found = SLOT.matcher(told);
    if (!found.find()) {
      throw new AssertionError("softhsm2-util made no token: " + told);
    }
    slot = found.group(1);
  }

  /** What a process needs to see this token. */
  Map<String, String> environment() {
    return Map.of("SOFTHSM2_CONF", settings.toString());
  }

  String slot() {
    return slot;
  }

  static Path library() {
    return LIBRARIES.stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Install the Debian package softhsm2"));
  }

  /** The output of a command that sees this token. */
  String run(List<String> command) throws IOException, InterruptedException {
    library();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    Process process = builder.start();
    try (InputStream output = process.getInputStream()) {
      String told = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      return code == 0 ? told : told + "\nexit code " + code;
    }
  }

  /** What the key tool says in a JVM of its own. */
  String tool(String... arguments) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                KeyTool.class.getName()));
    command.addAll(List.of(arguments));
    return run(command);
  }
}
