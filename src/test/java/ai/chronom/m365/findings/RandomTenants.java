package ai.chronom.m365.findings;

import ai.chronom.m365.findings.RandomTenant.Assigned;
import ai.chronom.m365.findings.RandomTenant.Bought;
import ai.chronom.m365.findings.RandomTenant.Decisions;
import ai.chronom.m365.findings.RandomTenant.Life;
import ai.chronom.m365.findings.RandomTenant.Purchase;
import ai.chronom.m365.findings.RandomTenant.Someone;
import ai.chronom.m365.findings.RandomTenant.Stated;
import ai.chronom.m365.findings.RandomTenant.Way;
import ai.chronom.m365.license.PriceOrigin;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Tenants of all kinds, small enough to look at when one is wrong. */
final class RandomTenants {
  private static final int PEOPLE = 12;

  private RandomTenants() {}

  static Arbitrary<RandomTenant> any() {
    return Combinators.combine(
            someone().list().ofMaxSize(PEOPLE),
            bought().list().uniqueElements(Bought::product).ofMinSize(1).ofMaxSize(12),
            stated().list().ofMaxSize(6),
            decisions(),
            Arbitraries.of("USD", "USD", "USD", "EUR", "JPY"))
        .as(RandomTenant::new);
  }

  private static Arbitrary<String> product() {
    return Arbitraries.of(RandomTenant.PRODUCTS.keySet().stream().sorted().toList());
  }

  private static Arbitrary<Someone> someone() {
    Arbitrary<Assigned> seat =
        Combinators.combine(product(), Arbitraries.of(Way.class)).as(Assigned::new);
    return Combinators.combine(
            Arbitraries.of(Life.class),
            Arbitraries.integers().between(0, 250),
            seat.list().uniqueElements(Assigned::product).ofMinSize(1).ofMaxSize(5))
        .as(Someone::new);
  }

  private static Arbitrary<Bought> bought() {
    return Combinators.combine(
            product(),
            Arbitraries.of("Enabled", "Enabled", "Enabled", "Warning", "Suspended"),
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 30),
            purchase().list().ofMaxSize(3))
        .as(Bought::new);
  }

  private static Arbitrary<Purchase> purchase() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 4).map(chance -> chance == 4),
            Arbitraries.of("Enabled", "Enabled", "Warning", "Deleted"),
            Arbitraries.integers().between(0, 400),
            Arbitraries.integers().between(-1, 400))
        .as(Purchase::new);
  }

  private static Arbitrary<Stated> stated() {
    return Combinators.combine(
            product(),
            Arbitraries.of("0", "0.01", "3.3333", "12.50", "40", "99.99"),
            Arbitraries.of(PriceOrigin.ENTERED, PriceOrigin.IMPORTED),
            Arbitraries.integers().between(-300, 300))
        .as(Stated::new);
  }

  private static Arbitrary<Decisions> decisions() {
    Arbitrary<Set<Integer>> some = Arbitraries.integers().between(0, PEOPLE).set().ofMaxSize(2);
    Arbitrary<Map<String, Integer>> units =
        Arbitraries.maps(product(), Arbitraries.integers().between(0, 50)).ofMaxSize(2);
    Arbitrary<String> finding =
        Arbitraries.oneOf(
            product(), Arbitraries.integers().between(0, PEOPLE).map(number -> "id-user" + number));
    return Combinators.combine(
            moved(),
            units,
            units,
            product().set().ofMaxSize(1),
            some,
            some,
            finding.set().ofMaxSize(3))
        .flatAs(
            (moved, buffers, minimums, excluded, leave, guarded, dismissed) ->
                Combinators.combine(Arbitraries.of(true, true, false), Arbitraries.of(0, 0, 0, 30))
                    .as(
                        (known, jumped) ->
                            new Decisions(
                                moved, buffers, minimums, excluded, leave, guarded, dismissed,
                                known, jumped)));
  }

  private static Arbitrary<Map<Threshold, Integer>> moved() {
    return Arbitraries.of(Threshold.class)
        .set()
        .ofMaxSize(3)
        .map(
            all ->
                all.stream()
                    .collect(
                        Collectors.toMap(one -> one, one -> one.question() ? 1 : one.least())));
  }
}
