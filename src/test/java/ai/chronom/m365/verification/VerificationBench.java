package ai.chronom.m365.verification;

import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.tenant.PortalLinks;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What one verification of a healthy tenant costs. */
public final class VerificationBench {
  private static final int ROUNDS = 20;
  private static final int WARM_UP = 10;

  private VerificationBench() {}

  /** Median milliseconds from signing in to the last verdict, and requests to Graph. */
  public static JsonObject run(Sandbox sandbox) {
    SandboxGraph graph = new SandboxGraph(sandbox);
    long[] nanos = new long[ROUNDS];
    int requests = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      GraphConnection connection = graph.connect();
      requests = examine(sandbox, graph, connection).graphRequests();
      if (round >= 0) {
        nanos[round] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    return Json.createObjectBuilder()
        .add("millis", nanos[ROUNDS / 2] / 1_000_000.0)
        .add("slowestMillis", nanos[ROUNDS - 1] / 1_000_000.0)
        .add("graphRequests", requests)
        .build();
  }

  private static VerificationFindings examine(
      Sandbox sandbox, SandboxGraph graph, GraphConnection connection) {
    RegistrationExpectation expected =
        new RegistrationExpectation(
            "Chronom Read-Only App Registration",
            "https://app.chronom.ai",
            Optional.of(sandbox.clientSecret().substring(0, 3)),
            Instant.now());
    return new Examination(
            connection, new PortalLinks(graph.cloud(), graph.applicationId()), expected)
        .carryOut(verdicts -> {});
  }
}
