package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Very many verifications, due at once, over two nodes of which one is lost; no part of the build:
 * {@code mvn package -DskipTests && mvn failsafe:integration-test@running-server
 * failsafe:verify@verify -Dit.test=LostNodeDrill -Ddrill.tenants=10000}. {@code TwoNodesIT} does
 * the same with few.
 */
class LostNodeDrill {
  private static final int TENANTS = Integer.getInteger("drill.tenants", 10_000);
  private static final String BY_SCHEDULE =
      "select count(*) from verification where trigger_kind = 'SCHEDULE' and outcome = 'VERIFIED'";

  @Test
  void everyVerificationIsDoneOnce() throws InterruptedException {
    try (Nodes nodes = Nodes.start(2, Map.of("chronom.lease.duration", "PT30S"))) {
      Fleet fleet = Fleet.connect(nodes, TENANTS);
      nodes.sql("delete from verification");
      fleet.makeDue();
      Instant begin = Instant.now();
      while (nodes.number(BY_SCHEDULE) < TENANTS / 4) {
        Thread.sleep(200);
      }
      nodes.one().kill();
      Instant lost = Instant.now();
      fleet.awaitRest();

      assertThat(nodes.number(BY_SCHEDULE)).isEqualTo(TENANTS);
      assertThat(
              nodes.number(
                  "select count(distinct tenant_id) from verification"
                      + " where trigger_kind = 'SCHEDULE' and outcome = 'VERIFIED'"))
          .isEqualTo(TENANTS);
      assertThat(
              nodes.number(
                  "select count(*) from verification where outcome <> 'VERIFIED'"
                      + " and failure_code is distinct from 'interrupted'"))
          .isZero();
      System.out.printf(
          "%d verifications, 0 twice; a node lost after %s, all done after %s%n",
          TENANTS, Duration.between(begin, lost), Duration.between(begin, Instant.now()));
    }
  }
}
