package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.license.PriceForm;
import ai.chronom.m365.license.Segment;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As what a tenant buys: whose prices hold. */
@Named
@RequestScoped
public class SegmentForm {
  @Inject AddressedTenant addressed;
  @Inject SettingsBook settings;
  @Inject Settling settling;
  @Inject Caller caller;

  private @Nullable String segment;

  public void save() {
    caller.requireAdmin();
    Segment wanted = PriceForm.segment(segment);
    settling.buyAs(addressed.id(), wanted, caller.actor());
    Told.on(
        addressed.address("/settings"),
        Texts.of("findings_segment.message.saved", Texts.of("segment." + wanted.word())));
  }

  public String getSegment() {
    return segment == null ? settings.of(addressed.id()).segment().word() : segment;
  }

  public void setSegment(@Nullable String segment) {
    this.segment = segment;
  }

  public List<SelectItem> getSegments() {
    return Arrays.stream(Segment.values())
        .map(one -> new SelectItem(one.word(), Texts.of("segment." + one.word())))
        .toList();
  }
}
