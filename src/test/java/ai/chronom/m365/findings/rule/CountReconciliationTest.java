package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.DeletedUser;
import ai.chronom.m365.scan.Inventory;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CountReconciliationTest {
  private static SampleTenant tenant(int consumed, int deleted) {
    return SampleTenant.of(SampleUser.named("ann").with(E3))
        .product(SampleTenant.sku(E3, 400, consumed))
        .inventory(
            new Inventory() {
              @Override
              public void forEachDeletedUser(Consumer<DeletedUser> visitor) {
                for (int i = 0; i < deleted; i++) {
                  visitor.accept(new DeletedUser("gone" + i, NOW, 1));
                }
              }
            });
  }

  @Nested
  class Finds {
    @Test
    void seatsOfTheRecycleBin() {
      var seen = tenant(3, 2).evaluate().only("R25");
      assertThat(seen.remedy()).contains("Deleted accounts seem to hold these seats");
      assertThat(seen.gross()).isEqualTo("0");
    }

    @Test
    void aDifferenceThatNothingExplains() {
      assertThat(tenant(10, 2).evaluate().only("R25").remedy()).contains("differ");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void whatAddsUp() {
      assertThat(tenant(1, 5).evaluate().of("R25")).isEmpty();
    }

    @Test
    void everythingWhileAccountsAreMissing() {
      assertThat(
              tenant(10, 0)
                  .collection(CollectionName.USERS, CollectionState.PARTIAL, 1)
                  .evaluate()
                  .of("R25"))
          .isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void twoSeats() {
      assertThat(tenant(3, 0).evaluate().of("R25")).isEmpty();
      assertThat(tenant(4, 0).evaluate().of("R25")).hasSize(1);
    }
  }
}
