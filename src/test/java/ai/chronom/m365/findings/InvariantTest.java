package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever a tenant looks like, its money adds up and no seat counts twice. A tenant for which that
 * fails is made as small as it still fails, and shown.
 */
class InvariantTest {
  @Provide
  Arbitrary<RandomTenant> tenants() {
    return RandomTenants.any();
  }

  @Property(tries = 600)
  void seatsAndPoolsSumUpToTheHeadline(@ForAll("tenants") RandomTenant tenant) {
    Evaluated evaluated = tenant.evaluate();
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

  @Property(tries = 300)
  void productsAndDatesSumUpToTheHeadline(@ForAll("tenants") RandomTenant tenant) {
    Evaluated evaluated = tenant.evaluate();
    BigDecimal headline = evaluated.evaluation().monthly().amount();
    BigDecimal lines =
        evaluated.evaluation().lines().stream()
            .flatMap(line -> Stream.ofNullable(line.saving()))
            .map(Money::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(lines).as("by product").isEqualByComparingTo(headline);

    DatedAmounts dated = evaluated.evaluation().dated();
    BigDecimal cash =
        dated.atRenewal().stream()
            .map(renewal -> renewal.amount().amount())
            .reduce(dated.cashNow().amount(), BigDecimal::add);
    assertThat(cash.subtract(dated.toBuy().amount())).as("by date").isEqualByComparingTo(headline);
  }

  /** Not even when the second rule would find it worth nothing. */
  @Property(tries = 300)
  void noSeatCountsTwice(@ForAll("tenants") RandomTenant tenant) {
    Set<String> counted = new HashSet<>();
    for (Settlement one : tenant.evaluate().outcome().findings()) {
      for (Settlement.SettledSeat seat : one.seats()) {
        BigDecimal net = seat.net();
        if (net != null && net.signum() != 0) {
          String key = seat.claim().userId() + " " + seat.claim().skuId();
          assertThat(counted.add(key)).as(key).isTrue();
        }
      }
    }
  }

  @Property(tries = 200)
  void whatIsDismissedClaimsNothing(@ForAll("tenants") RandomTenant tenant) {
    assertThat(tenant.evaluate().outcome().findings())
        .filteredOn(Settlement::dismissed)
        .allMatch(one -> one.netOrZero().signum() == 0);
  }

  /** The same tenant gives the same amounts, whatever is asked first. */
  @Property(tries = 50)
  void evaluatingAgainChangesNothing(@ForAll("tenants") RandomTenant tenant) {
    assertThat(tenant.evaluate().findings()).isEqualTo(tenant.evaluate().findings());
  }

  /** Otherwise the others would prove little. */
  @Property(tries = 400, seed = "42", edgeCases = EdgeCasesMode.NONE)
  void tenantsAreManifold(@ForAll("tenants") RandomTenant tenant) {
    Evaluated evaluated = tenant.evaluate();
    boolean overlap = evaluated.findings().stream().anyMatch(seen -> !seen.countedIn().isEmpty());
    Statistics.label("claims overlap")
        .collect(overlap)
        .coverage(checker -> checker.check(true).percentage(share -> share > 20));
    Statistics.label("headline")
        .collect(evaluated.evaluation().monthly().amount().signum())
        .coverage(
            checker -> {
              checker.check(1).percentage(share -> share > 20);
              checker.check(-1).percentage(share -> share > 5);
            });
  }
}
