package ai.chronom.m365.graph;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A connection to the sandbox, with faults to be planted on its way. */
abstract class SandboxConnection {
  /** Shared: making a certificate authority takes longer than a test. */
  @TempDir static Path directory;

  Sandbox sandbox;
  SandboxGraph graph;
  GraphConnection connection;

  @BeforeEach
  void start() throws IOException {
    Files.deleteIfExists(directory.resolve("sandbox-registration.json"));
    sandbox = Sandbox.start(SandboxOptions.in(directory));
    graph = new SandboxGraph(sandbox);
    connection = graph.connect();
    sandbox.requests().clear();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  void strike(Fault fault, int times) {
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, "*", fault).times(times));
  }

  static String read(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
