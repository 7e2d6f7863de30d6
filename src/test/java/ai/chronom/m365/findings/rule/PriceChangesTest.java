package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.StatedPrice;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PriceChangesTest {
  private static SampleTenant tenant(String renewal) {
    return SampleTenant.of()
        .units(E3, 10)
        .price(price("30", "2026-01-01"))
        .price(price("33", "2027-01-01"))
        .renewal(E3, 10, renewal);
  }

  private static StatedPrice price(String amount, String from) {
    return new StatedPrice(
        E3,
        Money.of(amount, "EUR"),
        LocalDate.parse(from),
        PriceOrigin.ENTERED,
        "contract",
        "admin",
        NOW);
  }

  @Nested
  class Finds {
    @Test
    void whatTheRenewalCostsMore() {
      var seen = tenant("2027-03-01").evaluate().only("R32");
      assertThat(seen.remedy()).contains("before the renewal");
      assertThat(seen.gross()).isEqualTo("0");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void pricesThatStay() {
      var tenant = SampleTenant.of().units(E3, 10).renewal(E3, 10, "2027-03-01");
      assertThat(tenant.evaluate().of("R32")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void theDayOfTheNewPrice() {
      assertThat(tenant("2026-12-31").evaluate().of("R32")).isEmpty();
      assertThat(tenant("2027-01-01").evaluate().of("R32")).hasSize(1);
    }
  }
}
