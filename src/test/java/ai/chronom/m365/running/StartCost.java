package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Graph SDK's 40,000 classes cost each start of a server, in CPU seconds, pair by pair
 * with a WAR whose SDK has none; no part of the build: {@code mvn package -DskipTests && mvn
 * failsafe:integration-test@running-server failsafe:verify@verify -Dit.test=StartCost}. For
 * WildFly: {@code mvn -Pservers dependency:unpack@servers dependency:copy@server-libraries
 * failsafe:integration-test@wildfly-server failsafe:verify -Dit.test=StartCost}.
 */
class StartCost {
  private static final int PAIRS = Integer.getInteger("start.pairs", 5);
  private static final double LIMIT = 1.2;

  @TempDir Path directory;

  /** Deploys a WAR or its directory, starts, and tells what the server's process has used. */
  private interface Start {
    Duration of(Path war) throws IOException;
  }

  @Test
  void graphSdkCostsAFifthAtMost() throws IOException {
    if (System.getProperty("it.server", "embedded").equals("embedded")) {
      Path full = copy("full");
      compare(full, without(full), StartCost::embedded);
    } else {
      RunningServer server = RunningServer.shared();
      Path full = directory.resolve("full.war");
      Path lean = directory.resolve("lean.war");
      Path sdkOnly = without(copy("lean"));
      zip(copy("zipped"), full);
      zip(sdkOnly, lean);
      compare(full, lean, war -> onFullServer(server, war));
    }
  }

  private static void compare(Path full, Path lean, Start start) throws IOException {
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean fullFirst = pair % 2 == 0;
      Duration first = start.of(fullFirst ? full : lean);
      Duration second = start.of(fullFirst ? lean : full);
      double ratio = (double) first.toMillis() / second.toMillis();
      ratios.add(fullFirst ? ratio : 1 / ratio);
      System.out.printf(
          "with and without: %s, ratio %.3f%n", List.of(first, second), ratios.get(pair));
    }
    Collections.sort(ratios);
    double median = ratios.get(PAIRS / 2);
    System.out.printf("median of %d pairs: %.3f%n", PAIRS, median);
    assertThat(median).isLessThan(LIMIT);
  }

  private static Duration embedded(Path exploded) {
    try (RunningServer server = RunningServer.start(Map.of("embedded.war", exploded.toString()))) {
      return cpu(server, "EmbeddedServer");
    }
  }

  private static Duration onFullServer(RunningServer server, Path war) throws IOException {
    server.restartServiceWith(war);
    return cpu(server, "-Djboss.home.dir");
  }

  private static Duration cpu(RunningServer server, String mark) {
    return server
        .processes()
        .filter(process -> process.info().commandLine().orElse("").contains(mark))
        .map(process -> process.info().totalCpuDuration().orElseThrow())
        .reduce(Duration::plus)
        .orElseThrow();
  }

  private Path copy(String name) throws IOException {
    Path copy = directory.resolve(name);
    Command.of("cp", "-r", "target/chronom-m365", copy.toString()).run(directory.resolve("cp.log"));
    return copy;
  }

  /** A copy whose SDK has no class: no start loads one, the first call of Graph does. */
  private Path without(Path full) throws IOException {
    Path lean = full.resolveSibling(full.getFileName() + "-lean");
    Command.of("cp", "-r", full.toString(), lean.toString()).run(directory.resolve("cp.log"));
    Path sdk;
    try (Stream<Path> jars = Files.list(lean.resolve("WEB-INF/lib"))) {
      sdk =
          jars.filter(jar -> jar.getFileName().toString().matches("microsoft-graph-\\d.*\\.jar"))
              .findFirst()
              .orElseThrow();
    }
    Path all = Files.move(sdk, directory.resolve("sdk.jar"), StandardCopyOption.REPLACE_EXISTING);
    try (JarFile from = new JarFile(all.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(sdk))) {
      for (JarEntry entry : Collections.list(from.entries())) {
        if (!entry.getName().endsWith(".class")) {
          add(entry.getName(), from.getInputStream(entry), to);
        }
      }
    }
    return lean;
  }

  private static void add(String name, InputStream content, JarOutputStream to) throws IOException {
    to.putNextEntry(new JarEntry(name));
    content.transferTo(to);
    to.closeEntry();
  }

  private static void zip(Path exploded, Path war) throws IOException {
    try (OutputStream file = Files.newOutputStream(war);
        JarOutputStream to = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(exploded)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        try (InputStream content = Files.newInputStream(path)) {
          add(exploded.relativize(path).toString(), content, to);
        }
      }
    }
  }
}
