package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.COPILOT;
import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static ai.chronom.m365.findings.SampleSkus.EMS;
import static ai.chronom.m365.findings.SampleSkus.ENTRA_P2;
import static ai.chronom.m365.findings.SampleSkus.FLOW_FREE;
import static ai.chronom.m365.findings.SampleSkus.OFFICE_E1;
import static ai.chronom.m365.findings.SampleSkus.PHONE;
import static ai.chronom.m365.findings.SampleSkus.POWER_BI_PRO;
import static ai.chronom.m365.findings.SampleSkus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever a tenant looks like, its money adds up and no seat counts twice. */
class InvariantTest {
  private static final List<SkuId> PRODUCTS =
      List.of(E5, E3, OFFICE_E1, EMS, COPILOT, PHONE, POWER_BI_PRO, ENTRA_P2, FLOW_FREE, UNKNOWN);

  @Provide
  Arbitrary<Evaluated> evaluations() {
    return Arbitraries.longs().map(seed -> tenant(new Random(seed)).evaluate());
  }

  private static SampleTenant tenant(Random random) {
    SampleTenant tenant = SampleTenant.of();
    int users = random.nextInt(30);
    for (int i = 0; i < users; i++) {
      tenant.and(user("user" + i, random));
    }
    for (SkuId sku : PRODUCTS) {
      if (random.nextBoolean()) {
        tenant.product(SampleTenant.sku(sku, random.nextInt(60), random.nextInt(50)));
      }
      if (random.nextInt(3) == 0) {
        tenant.purchase(
            sku,
            random.nextInt(20),
            random.nextInt(5) == 0,
            SampleUser.ago(random.nextInt(20)),
            random.nextBoolean() ? SampleUser.ago(-random.nextInt(400)) : null);
      }
    }
    if (random.nextInt(4) == 0) {
      tenant.signInsUnknown();
    }
    if (random.nextBoolean()) {
      tenant.dismissed("R01", PRODUCTS.get(random.nextInt(PRODUCTS.size())).toString());
      tenant.dismissed("R04", "id-user" + random.nextInt(30));
      tenant.dismissed("R05", "id-user" + random.nextInt(30));
    }
    return tenant;
  }

  private static SampleUser user(String name, Random random) {
    SampleUser user = SampleUser.named(name);
    switch (random.nextInt(6)) {
      case 0 -> user.idle(random.nextInt(300));
      case 1 -> user.never().created(random.nextInt(120));
      case 2 -> user.idle(random.nextInt(300)).disabled();
      case 3 -> user.guest();
      default -> user.assigned(random.nextInt(90));
    }
    for (int i = random.nextInt(4); i >= 0; i--) {
      SkuId sku = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
      if (random.nextInt(4) == 0) {
        user.byGroup(sku);
      } else {
        user.with(sku);
      }
    }
    return user;
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void seatsAndPoolsSumUpToTheHeadline(@ForAll("evaluations") Evaluated evaluated) {
    BigDecimal seats =
        evaluated.outcome().findings().stream()
            .filter(one -> one.candidate().confidence() == Confidence.HIGH)
            .filter(one -> one.candidate().units() == null)
            .map(Settlement::netOrZero)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal pools =
        evaluated.evaluation().lines().stream()
            .flatMap(line -> Stream.ofNullable(line.pool()))
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(seats.add(pools)).isEqualByComparingTo(evaluated.evaluation().monthly().amount());
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void productsSumUpToTheHeadline(@ForAll("evaluations") Evaluated evaluated) {
    BigDecimal lines =
        evaluated.evaluation().lines().stream()
            .flatMap(line -> Stream.ofNullable(line.saving()))
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(lines).isEqualByComparingTo(evaluated.evaluation().monthly().amount());
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void datesSumUpToTheHeadline(@ForAll("evaluations") Evaluated evaluated) {
    DatedAmounts dated = evaluated.evaluation().dated();
    BigDecimal cash =
        dated.atRenewal().stream()
            .map(renewal -> renewal.amount().amount())
            .reduce(dated.cashNow().amount(), BigDecimal::add);
    assertThat(cash.subtract(dated.toBuy().amount()))
        .isEqualByComparingTo(evaluated.evaluation().monthly().amount());
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void noSeatCountsTwice(@ForAll("evaluations") Evaluated evaluated) {
    Set<String> counted = new HashSet<>();
    for (Settlement one : evaluated.outcome().findings()) {
      for (Settlement.SettledSeat seat : one.seats()) {
        BigDecimal net = seat.net();
        if (net != null && net.signum() > 0) {
          assertThat(counted.add(seat.claim().userId() + seat.claim().skuId())).isTrue();
        }
      }
    }
  }
}
