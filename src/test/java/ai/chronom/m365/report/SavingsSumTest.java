package ai.chronom.m365.report;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.license.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SavingsSumTest {
  private static Savings savings() {
    SampleTenant tenant = SampleTenant.of().product(SampleTenant.sku(E5, 20, 10));
    for (int i = 0; i < 5; i++) {
      tenant.and(SampleUser.named("idle" + i).idle(200).with(E3));
    }
    return SavingsSum.of(tenant.evaluate().evaluation());
  }

  @Test
  void aYearHasTwelveMonths() {
    assertThat(savings().monthly()).isEqualTo(Money.of("597.00", "USD"));
    assertThat(savings().annual()).isEqualTo(Money.of("7164.00", "USD"));
  }

  @Test
  void rulesSumUpToTheHeadlineLargestFirst() {
    assertThat(savings().byRule())
        .extracting(part -> part.rule() + " " + part.amount().amount())
        .containsExactly("R01 480.00", "R04 195.00", "null -78.00");
  }

  @Test
  void productsSumUpToTheHeadlineLargestFirst() {
    assertThat(savings().bySku())
        .extracting(part -> part.name() + " " + part.amount().amount())
        .containsExactly("Microsoft 365 E5 480.00", "Microsoft 365 E3 117.00");
    assertThat(
            savings().bySku().stream()
                .map(part -> part.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(savings().monthly().amount());
  }
}
