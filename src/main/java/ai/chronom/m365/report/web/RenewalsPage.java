package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.RenewalLine;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What to order when purchases renew. */
@Named
@RequestScoped
public class RenewalsPage {
  private static final int SOON_DAYS = 90;

  @Inject AddressedTenant addressed;
  @Inject Evaluations evaluations;
  @Inject Clock clock;

  private @Nullable Optional<Evaluation> evaluation;

  private Optional<Evaluation> latest() {
    if (evaluation == null) {
      evaluation = evaluations.latest(addressed.id());
    }
    return evaluation;
  }

  /** False until the first snapshot was evaluated. */
  public boolean isEvaluated() {
    return latest().isPresent();
  }

  /** The nearest first; those without a day last. */
  public List<RenewalLine> getLines() {
    return latest().map(Evaluation::renewals).orElse(List.of());
  }

  public String getCurrency() {
    return latest().map(found -> found.currency().getCurrencyCode()).orElse("");
  }

  /** Renewals within 90 days at which something can be dropped. */
  public long getSoon() {
    return getLines().stream().filter(line -> line.drop() > 0 && soon(line)).count();
  }

  private boolean soon(RenewalLine line) {
    OptionalLong left = line.daysLeft(LocalDate.now(clock));
    return left.isPresent() && left.getAsLong() >= 0 && left.getAsLong() <= SOON_DAYS;
  }

  /** Of all renewals together, per month; null when no price is known. */
  public @Nullable Money getSaving() {
    return sum(RenewalLine::saving);
  }

  /** What renewed prices cost more, per month; null when no price is known. */
  public @Nullable Money getExposure() {
    return sum(RenewalLine::exposure);
  }

  /** What paying by the month costs more, per month; null when nothing is paid so. */
  public @Nullable Money getPremium() {
    return sum(RenewalLine::premium);
  }

  private @Nullable Money sum(Function<RenewalLine, @Nullable Money> amount) {
    return getLines().stream()
        .map(amount)
        .filter(Objects::nonNull)
        .reduce(Money::plus)
        .orElse(null);
  }

  /** Such as {@code in 31 days}; empty without a day. */
  public String left(RenewalLine line) {
    OptionalLong days = line.daysLeft(LocalDate.now(clock));
    if (days.isEmpty()) {
      return "";
    }
    return days.getAsLong() < 0
        ? Texts.of("report_renewals.label.passed")
        : Texts.of("report_renewals.label.left", days.getAsLong());
  }

  /** How the quantity comes about, in reading order. */
  public List<String> why(RenewalLine line) {
    RenewalLine.Demand demand = line.demand();
    List<String> why = new ArrayList<>();
    why.add(Texts.of("report_renewals.why.needed", demand.now()));
    why.add(
        Texts.of("report_renewals.why.peak", demand.peak(), demand.peakOn(), demand.watchedDays()));
    if (demand.joiners() > 0) {
      why.add(Texts.of("report_renewals.why.joiners", demand.joiners()));
    }
    why.add(Texts.of("report_renewals.why.buffer", demand.buffer()));
    if (demand.minimum() > 0) {
      why.add(Texts.of("report_renewals.why.minimum", demand.minimum()));
    }
    if (line.seasonal()) {
      why.add(Texts.of("report_renewals.why.seasonal"));
    }
    if (line.partner() != null) {
      why.add(Texts.of("report_renewals.why.partner", line.partner()));
    }
    return why;
  }
}
