package ai.chronom.m365.verification;

import ai.chronom.m365.running.Fleet;
import ai.chronom.m365.running.Nodes;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/**
 * Many tenants due at once on one node, while each answer of the sandbox takes 200 ms. The floor is
 * the waiting alone, shared by the node's workers.
 */
public final class FleetBench {
  private static final Duration ANSWER = Duration.ofMillis(200);
  private static final int WORKERS = 8;
  private static final String ROUND = "select %s from verification where trigger_kind = 'SCHEDULE'";

  private FleetBench() {}

  /** Throws an IllegalStateException unless each is verified exactly once. */
  public static JsonObject run(int tenants) {
    try (Nodes nodes = Nodes.start(1, Map.of())) {
      Fleet fleet = Fleet.connect(nodes, tenants);
      nodes.sandbox().requests().clear();
      nodes.sandbox().faults().plant(FaultRule.on(Site.GRAPH, "*", new Fault.Delay(ANSWER)));
      nodes.sandbox().faults().plant(FaultRule.on(Site.LOGIN, "*", new Fault.Delay(ANSWER)));
      long start = System.nanoTime();
      fleet.makeDue();
      fleet.awaitRest();
      double seconds = (System.nanoTime() - start) / 1e9;
      requireOnce(nodes, tenants);
      double graph = (double) nodes.sandbox().requests().on(Site.GRAPH).size() / tenants;
      double login = (double) nodes.sandbox().requests().on(Site.LOGIN).size() / tenants;
      double floor = tenants * (graph + login) * ANSWER.toMillis() / 1000 / WORKERS;
      return Json.createObjectBuilder()
          .add("tenants", tenants)
          .add("seconds", seconds)
          .add("floorSeconds", floor)
          .add("timesFloor", seconds / floor)
          .add("graphRequestsPerTenant", graph)
          .add("loginRequestsPerTenant", login)
          .build();
    }
  }

  private static void requireOnce(Nodes nodes, int tenants) {
    long all = nodes.number(ROUND.formatted("count(*)"));
    long different = nodes.number(ROUND.formatted("count(distinct tenant_id)"));
    long verified = nodes.number(ROUND.formatted("count(*)") + " and outcome = 'VERIFIED'");
    if (all != tenants || different != tenants || verified != tenants) {
      throw new IllegalStateException(
          "%d tenants, %d verifications of %d tenants, %d of them VERIFIED"
              .formatted(tenants, all, different, verified));
    }
  }
}
