package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Dismissals;
import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.Evaluations;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingCut;
import ai.chronom.m365.findings.FindingFilter;
import ai.chronom.m365.findings.FindingOrder;
import ai.chronom.m365.findings.FindingPage;
import ai.chronom.m365.findings.FindingState;
import ai.chronom.m365.findings.Findings;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.TableAddress;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's findings: filtered by the address, one of them open beside the table. */
@Named
@RequestScoped
public class FindingsPage {
  @Inject AddressedTenant addressed;
  @Inject Findings findings;
  @Inject Dismissals dismissals;
  @Inject Evaluations evaluations;
  @Inject ProductTable products;
  @Inject Caller caller;

  @SuppressWarnings("NullAway.Init")
  private FindingsAddress address;

  private @Nullable FindingPage page;
  private @Nullable Long total;
  private @Nullable Long open;
  private @Nullable Optional<Evaluation> evaluation;
  private @Nullable Optional<Finding> chosen;
  private @Nullable SkuCatalog catalog;
  private @Nullable String reason;
  private @Nullable String until;

  @PostConstruct
  void read() {
    address = FindingsAddress.ofRequest(addressed.address("/findings"));
  }

  private FindingOrder order() {
    return FindingOrder.Column.find(getTable().sortedBy())
        .map(column -> new FindingOrder(column, getTable().descending()))
        .orElse(FindingOrder.NATURAL);
  }

  public TableAddress getTable() {
    return address.table();
  }

  public FindingsAddress getAddress() {
    return address;
  }

  /** The piece of the list that the address asks for. */
  public FindingPage getPage() {
    if (page == null) {
      boolean backward = !getTable().before().isEmpty();
      String from = backward ? getTable().before() : getTable().after();
      FindingCut cut =
          new FindingCut(order(), from.isEmpty() ? null : from, backward, PageRequest.SIZE_DEFAULT);
      page = findings.list(addressed.id(), address.query().filter(), cut);
    }
    return page;
  }

  /** How many the filters name, on all pages. */
  public long getTotal() {
    if (total == null) {
      total = findings.count(addressed.id(), address.query().filter());
    }
    return total;
  }

  public String getFirst() {
    List<Finding> shown = getPage().findings();
    return shown.isEmpty() ? "" : shown.get(0).id();
  }

  public String getLast() {
    List<Finding> shown = getPage().findings();
    return shown.isEmpty() ? "" : shown.get(shown.size() - 1).id();
  }

  /** The filters that are chosen from a list. */
  public List<Choice> getChoices() {
    return List.of(
        new Choice("rule", getTable().value("rule"), rules()),
        new Choice(
            "confidence",
            getTable().value("confidence"),
            Arrays.stream(Confidence.values()).map(one -> Option.ofStatus(one.word())).toList()),
        new Choice(
            "state",
            getTable().value("state"),
            Arrays.stream(FindingState.values()).map(one -> Option.ofStatus(one.word())).toList()),
        new Choice("sku", getTable().value("sku"), products()));
  }

  private List<Option> rules() {
    return evaluation().stream()
        .flatMap(found -> found.rules().stream())
        .map(rule -> new Option(rule.id().value(), rule.id() + " " + rule.title()))
        .toList();
  }

  private List<Option> products() {
    return evaluation().stream()
        .flatMap(found -> found.lines().stream())
        .map(line -> new Option(line.skuId().toString(), line.name()))
        .toList();
  }

  private Optional<Evaluation> evaluation() {
    if (evaluation == null) {
      evaluation = evaluations.latest(addressed.id());
    }
    return evaluation;
  }

  /** The one that the address names; null when it names none. */
  public @Nullable Finding getChosen() {
    if (chosen == null) {
      chosen =
          Optional.ofNullable(address.finding())
              .map(
                  id ->
                      findings
                          .find(addressed.id(), id)
                          .orElseThrow(() -> Problem.notFound("The finding")));
    }
    return chosen.orElse(null);
  }

  /** What was seen, in reading order. */
  public List<Map.Entry<String, String>> getEvidence() {
    Finding finding = getChosen();
    return finding == null ? List.of() : List.copyOf(finding.evidence().entrySet());
  }

  /** Of all amounts; empty before the first evaluation. */
  public String getCurrency() {
    return evaluation().map(found -> found.currency().getCurrencyCode()).orElse("");
  }

  public String productName(SkuId sku) {
    if (catalog == null) {
      catalog = products.catalog();
    }
    return catalog.name(sku).orElse(sku.toString());
  }

  public void dismiss() {
    caller.requireOperator();
    dismissals.dismiss(addressed.id(), required(), reason, day(), caller.actor());
    Told.on(address.without(), Texts.of("findings_decide.message.dismissed"));
  }

  /** Every open finding that the filters of the address name. */
  public void dismissAll() {
    caller.requireOperator();
    try {
      int count =
          dismissals.dismissAll(
              addressed.id(), address.query().filter(), reason, day(), caller.actor());
      Told.on(address.without(), Texts.of("findings_bulk.message.dismissed", count));
    } catch (Problem problem) {
      // The form for one finding has fields of the same names.
      throw Problem.invalid(
          problem.errors().stream()
              .map(error -> new FieldError("bulk-" + error.field(), error.message()))
              .toList());
    }
  }

  /** Whether the filters name open findings in particular. */
  public boolean isBulk() {
    boolean state = getTable().value("state").isEmpty() || getTable().value("state").equals("open");
    boolean other = getTable().filters().keySet().stream().anyMatch(name -> !name.equals("state"));
    return caller.isOperator() && state && other && getOpen() > 0;
  }

  /** How many open findings the filters name. */
  public long getOpen() {
    if (open == null) {
      FindingFilter filter = address.query().filter();
      open =
          findings.count(
              addressed.id(),
              new FindingFilter(
                  filter.rule(),
                  filter.confidence(),
                  FindingState.OPEN,
                  filter.sku(),
                  filter.user()));
    }
    return open;
  }

  public void reopen() {
    caller.requireOperator();
    dismissals.reopen(addressed.id(), required(), caller.actor());
    Told.on(address.without(), Texts.of("findings_decide.message.reopened"));
  }

  private String required() {
    return Optional.ofNullable(address.finding())
        .orElseThrow(() -> Problem.notFound("The finding"));
  }

  private @Nullable LocalDate day() {
    if (until == null) {
      return null;
    }
    try {
      return LocalDate.parse(until);
    } catch (DateTimeParseException e) {
      throw Problem.invalid("until", "A date such as 2027-12-31 is expected.");
    }
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason;
  }

  public @Nullable String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = until;
  }

  /**
   * One filter with its options.
   *
   * @param chosen empty for any
   */
  public record Choice(String name, String chosen, List<Option> options) {}

  /** One value of a filter. */
  public record Option(String value, String label) {
    static Option ofStatus(String word) {
      return new Option(word, Texts.of("status." + word));
    }
  }
}
