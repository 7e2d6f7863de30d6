package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tenant bought, uses and needs, product by product. */
@Named
@RequestScoped
public class LicensesPage {
  private static final Comparator<SkuLine> DEAREST_FIRST =
      Comparator.comparing(
          (SkuLine line) -> line.saving() == null ? null : line.saving().amount(),
          Comparator.nullsLast(Comparator.reverseOrder()));

  @Inject AddressedTenant addressed;
  @Inject Evaluations evaluations;

  private @Nullable Optional<Evaluation> evaluation;

  /** The largest saving first; empty until the first snapshot was evaluated. */
  public List<SkuLine> getLines() {
    return latest().stream()
        .flatMap(found -> found.lines().stream())
        .sorted(DEAREST_FIRST.thenComparing(SkuLine::name))
        .toList();
  }

  public String getCurrency() {
    return latest().map(found -> found.currency().getCurrencyCode()).orElse("");
  }

  private Optional<Evaluation> latest() {
    if (evaluation == null) {
      evaluation = evaluations.latest(addressed.id());
    }
    return evaluation;
  }
}
