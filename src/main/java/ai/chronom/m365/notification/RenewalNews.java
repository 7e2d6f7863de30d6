package ai.chronom.m365.notification;

import ai.chronom.m365.findings.RenewalsNear;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.verification.Change;
import ai.chronom.m365.verification.ChangeKind;
import ai.chronom.m365.verification.Timeline;
import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Writes renewals that come near into the timeline, whose changes people are told of. */
@Stateless
public class RenewalNews {
  @Inject Timeline timeline;

  /** Joins the transaction that says who was told: both stand, or neither. */
  public void tell(@Observes @Priority(Interceptor.Priority.APPLICATION + 900) RenewalsNear event) {
    timeline.note(
        event.tenantId(), event.renewals().stream().map(RenewalNews::change).toList(), null);
  }

  static Change change(RenewalsNear.Renewal renewal) {
    Money saving = renewal.saving();
    String units = renewal.drop() + " of " + renewal.units() + " units can go";
    String money =
        saving == null
            ? ""
            : ", "
                + saving.amount().toPlainString()
                + " "
                + saving.currency().getCurrencyCode()
                + " a month";
    return new Change(
        ChangeKind.RENEWAL_NEAR,
        renewal.product(),
        renewal.renewsOn().toString(),
        "days left: " + renewal.daysLeft() + "; " + units + money,
        "Look at the tenant's renewal plan, act on the findings about this product, then order fewer"
            + " units before the day: Microsoft 365 admin center > Billing > Your products.",
        "");
  }
}
