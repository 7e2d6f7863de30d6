package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingCut;
import ai.chronom.m365.findings.FindingFilter;
import ai.chronom.m365.findings.FindingOrder;
import ai.chronom.m365.findings.FindingState;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.findings.Scenario;
import ai.chronom.m365.findings.ScenarioForm;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.findings.TenantSettings;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.WhatIf;
import ai.chronom.m365.findings.WhatIfAnswer;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/**
 * What the savings would be with other thresholds, buffers, prices or decisions. The address holds
 * them, so they can be sent to a colleague; nothing is stored until somebody saves.
 */
@Named
@RequestScoped
public class WhatIfPage {
  private static final int PRODUCTS = 20;
  private static final int FINDINGS = 20;
  private static final String THRESHOLD = "t.";
  private static final String BUFFER = "b.";
  private static final String PRICE = "p.";
  private static final String DISMISS = "d";
  private static final FindingFilter OPEN =
      new FindingFilter(null, null, FindingState.OPEN, null, null);

  @Inject AddressedTenant addressed;
  @Inject Evaluations evaluations;
  @Inject Findings findings;
  @Inject SettingsBook settings;
  @Inject WhatIf whatIf;
  @Inject WhatIfVisit visit;
  @Inject Settling settling;
  @Inject Caller caller;

  private final ScenarioForm form = new ScenarioForm();
  private Scenario scenario = Scenario.NOTHING;
  private TenantSettings held = TenantSettings.STANDARD;
  private Optional<Evaluation> now = Optional.empty();
  private @Nullable Optional<Comparison> comparison;
  private @Nullable List<Finding> dearest;
  private WhatIfAnswer.@Nullable Awaited awaited;
  private @Nullable String trouble;
  private @Nullable String reason;

  @PostConstruct
  void read() {
    held = settings.of(addressed.id());
    now = evaluations.latest(addressed.id());
    Faces.getRequestParameterValuesMap().forEach(this::take);
    scenario = form.scenario(held);
  }

  private void take(String name, String[] values) {
    for (String value : values) {
      if (value.isBlank()) {
        continue;
      }
      if (name.startsWith(THRESHOLD)) {
        form.threshold(name, name.substring(THRESHOLD.length()), value);
      } else if (name.startsWith(BUFFER)) {
        form.buffer(name, name.substring(BUFFER.length()), value);
      } else if (name.startsWith(PRICE)) {
        form.price(name, name.substring(PRICE.length()), value);
      } else if (name.equals(DISMISS)) {
        form.dismiss(name, value);
      }
    }
  }

  /** False until the first snapshot was evaluated. */
  public boolean isEvaluated() {
    return now.isPresent();
  }

  public @Nullable Evaluation getNow() {
    return now.orElse(null);
  }

  public String getCurrency() {
    return now.map(found -> found.currency().getCurrencyCode()).orElse("");
  }

  public List<FieldError> getErrors() {
    return form.errors();
  }

  /** What is wrong with a field; empty when nothing is. */
  public String error(String field) {
    return form.errors().stream()
        .filter(one -> one.field().equals(field))
        .map(FieldError::message)
        .findFirst()
        .orElse("");
  }

  /** Null when nothing is assumed, it takes longer, or it could not be evaluated. */
  public @Nullable Comparison getComparison() {
    if (comparison == null) {
      comparison = now.flatMap(this::compared);
    }
    return comparison.orElse(null);
  }

  private Optional<Comparison> compared(Evaluation stored) {
    if (scenario.empty()) {
      visit.leave();
      return Optional.empty();
    }
    try {
      WhatIfAnswer answer =
          Faces.isPostback()
              ? whatIf.follow(addressed.id(), stored, scenario, visit.asker())
              : whatIf.ask(addressed.id(), stored, scenario, visit.asker());
      return heard(stored, answer);
    } catch (Problem busy) {
      trouble = busy.detail();
      return Optional.empty();
    }
  }

  private Optional<Comparison> heard(Evaluation stored, WhatIfAnswer answer) {
    if (answer instanceof WhatIfAnswer.Known known) {
      return Optional.of(Comparison.of(stored, known.evaluation()));
    }
    if (answer instanceof WhatIfAnswer.Awaited more) {
      awaited = more;
    } else {
      trouble = Texts.of("findings_whatif.message.failed");
    }
    return Optional.empty();
  }

  /** How far the answer is; null when it is there, or none comes. */
  public WhatIfAnswer.@Nullable Awaited getAwaited() {
    return getComparison() == null ? awaited : null;
  }

  public boolean isRunning() {
    return getAwaited() != null;
  }

  /** Why nothing could be evaluated; null when it could. Ask after the comparison. */
  public @Nullable String getTrouble() {
    return trouble;
  }

  /**
   * One field.
   *
   * @param value what is assumed; what holds where nothing is
   * @param current what holds
   */
  public record Field(String name, String label, String value, String current, boolean question) {}

  public List<Field> getThresholds() {
    return Arrays.stream(Threshold.values()).map(this::field).toList();
  }

  private Field field(Threshold threshold) {
    String name = THRESHOLD + threshold.word();
    String current = String.valueOf(held.thresholds().of(threshold));
    return new Field(
        name,
        Texts.of("threshold." + threshold.word()),
        asked(name, current),
        current,
        threshold.question());
  }

  private static String asked(String name, String current) {
    String given = Faces.getRequestParameter(name);
    return given == null || given.isBlank() ? current : given.strip();
  }

  /** A product with its fields. */
  public record Product(SkuLine line, Field price, Field buffer) {}

  /** Those on which most is spent. */
  public List<Product> getProducts() {
    return now.stream()
        .flatMap(found -> found.lines().stream())
        .filter(line -> line.skuClass().name().equals("PAID"))
        .sorted(Comparator.comparing(WhatIfPage::spending).reversed())
        .limit(PRODUCTS)
        .map(this::product)
        .toList();
  }

  private static BigDecimal spending(SkuLine line) {
    return line.unitPrice() == null
        ? BigDecimal.ZERO
        : line.unitPrice().amount().amount().multiply(BigDecimal.valueOf(line.purchased()));
  }

  private Product product(SkuLine line) {
    String price =
        line.unitPrice() == null ? "" : line.unitPrice().amount().amount().toPlainString();
    String buffer = String.valueOf(held.thresholds().buffer(line.skuId(), line.purchased()));
    String priceName = PRICE + line.skuId();
    String bufferName = BUFFER + line.skuId();
    return new Product(
        line,
        new Field(priceName, line.name(), asked(priceName, price), price, false),
        new Field(bufferName, line.name(), asked(bufferName, buffer), buffer, false));
  }

  /** The dearest open ones. */
  public List<Finding> getFindings() {
    if (dearest == null) {
      FindingCut first =
          new FindingCut(new FindingOrder(FindingOrder.Column.NET, true), null, false, FINDINGS);
      dearest = findings.list(addressed.id(), OPEN, first).findings();
    }
    return dearest;
  }

  public boolean isLeft(Finding finding) {
    return scenario.dismissed().contains(finding.id());
  }

  public boolean isLeavingFindings() {
    return !scenario.dismissed().isEmpty();
  }

  /** Whether the one who looks may save what is assumed. */
  public boolean isSavable() {
    return !scenario.empty()
        && form.errors().isEmpty()
        && (needsAdmin() ? caller.isAdmin() : caller.isOperator());
  }

  private boolean needsAdmin() {
    return !scenario.thresholds().isEmpty() || !scenario.buffers().isEmpty();
  }

  public void save() {
    if (needsAdmin()) {
      caller.requireAdmin();
    } else {
      caller.requireOperator();
    }
    if (!form.errors().isEmpty()) {
      throw Problem.invalid(form.errors());
    }
    settling.adopt(addressed.id(), scenario, reason, caller.actor());
    Told.on(addressed.address("/savings"), Texts.of("findings_whatif.message.saved"));
  }

  /** Signed, so that a loss shows. */
  public String tone(Money difference) {
    int sign = difference.amount().signum();
    return sign > 0 ? "more" : sign < 0 ? "less" : "same";
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }
}
