package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.findings.UseList;
import ai.chronom.m365.findings.UseListForm;
import ai.chronom.m365.findings.UseListLine;
import ai.chronom.m365.findings.UseLists;
import ai.chronom.m365.findings.UsedProduct;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Activity lists of an admin center: what is imported, and one more. */
@Named
@RequestScoped
public class UseListsForm {
  @Inject AddressedTenant addressed;
  @Inject UseLists uses;
  @Inject Settling settling;
  @Inject Caller caller;
  @Inject Clock clock;

  private @Nullable List<UseListLine> lines;
  private @Nullable String product;
  private @Nullable String days;
  private @Nullable String asOf;
  private @Nullable Part activity;

  public List<UseListLine> getLines() {
    if (lines == null) {
      lines = uses.lines(addressed.id());
    }
    return lines;
  }

  public void take() throws IOException {
    caller.requireAdmin();
    if (activity == null || activity.getSize() == 0) {
      throw Problem.invalid("activity", Texts.of("findings_activity.message.error.no_file"));
    }
    try (InputStream content = activity.getInputStream()) {
      UseList list = new UseListForm(product, days, asOf).read(content, LocalDate.now(clock));
      UsedProduct of = UseListForm.product(String.valueOf(product));
      settling.take(addressed.id(), of, list, caller.actor());
      told("findings_activity.message.taken", of, list.people().size());
    }
  }

  public void forget(UsedProduct of) {
    caller.requireAdmin();
    settling.forget(addressed.id(), of, caller.actor());
    told("findings_activity.message.forgotten", of, 0);
  }

  private void told(String text, UsedProduct of, int people) {
    Told.on(
        addressed.address("/settings"),
        Texts.of(text, Texts.of("used_product." + of.word()), people));
  }

  public List<SelectItem> getProducts() {
    return Arrays.stream(UsedProduct.values())
        .map(one -> new SelectItem(one.word(), Texts.of("used_product." + one.word())))
        .toList();
  }

  public List<SelectItem> getPeriods() {
    return UseListForm.PERIODS.stream()
        .map(
            one ->
                new SelectItem(String.valueOf(one), Texts.of("findings_activity.label.days", one)))
        .toList();
  }

  public @Nullable String getProduct() {
    return product;
  }

  public void setProduct(@Nullable String product) {
    this.product = product;
  }

  public @Nullable String getDays() {
    return days;
  }

  public void setDays(@Nullable String days) {
    this.days = days;
  }

  public @Nullable String getAsOf() {
    return asOf;
  }

  public void setAsOf(@Nullable String asOf) {
    this.asOf = asOf;
  }

  public @Nullable Part getActivity() {
    return activity;
  }

  public void setActivity(@Nullable Part activity) {
    this.activity = activity;
  }
}
