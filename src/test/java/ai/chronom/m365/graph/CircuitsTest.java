package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.tenant.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CircuitsTest {
  private static final String USERS = "/v1.0/users?$top=999";
  private static final String LOGS = "/v1.0/auditLogs/signIns";

  private long nanos = Long.MAX_VALUE - 1_000_000_000L;
  private final Circuits circuits = new Circuits(() -> nanos);
  private final TenantId contoso = new TenantId(UUID.randomUUID());
  private final TenantId fabrikam = new TenantId(UUID.randomUUID());

  @Test
  void staysClosedAsLongAsSomethingSucceeds() {
    fail(Circuits.FAILURES_MAX - 1);
    circuits.succeeded(contoso, USERS);
    fail(Circuits.FAILURES_MAX - 1);
    assertThatNoException().isThrownBy(() -> circuits.check(contoso, USERS));
  }

  @Test
  void leavesAServiceAloneThatFailedManyTimes() {
    fail(Circuits.FAILURES_MAX);
    assertThatThrownBy(() -> circuits.check(contoso, USERS))
        .isInstanceOfSatisfying(
            GraphRefused.class,
            refused ->
                org.assertj.core.api.Assertions.assertThat(refused.retryAfter())
                    .contains(Circuits.OPEN));
  }

  @Test
  void otherTenantsAndServicesAreUnaffected() {
    fail(Circuits.FAILURES_MAX);
    assertThatNoException().isThrownBy(() -> circuits.check(fabrikam, USERS));
    assertThatNoException().isThrownBy(() -> circuits.check(contoso, LOGS));
  }

  @Test
  void oneTriesAfterAWhileAndTheOthersWaitForIt() {
    fail(Circuits.FAILURES_MAX);
    nanos += Circuits.OPEN.plus(Duration.ofSeconds(1)).toNanos();
    assertThatNoException().isThrownBy(() -> circuits.check(contoso, USERS));
    assertThatThrownBy(() -> circuits.check(contoso, USERS)).isInstanceOf(GraphRefused.class);
    circuits.succeeded(contoso, USERS);
    assertThatNoException().isThrownBy(() -> circuits.check(contoso, USERS));
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      circuits.failed(contoso, USERS);
    }
  }
}
