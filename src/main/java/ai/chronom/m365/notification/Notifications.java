package ai.chronom.m365.notification;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.verification.DriftFound;
import ai.chronom.m365.verification.TenantChange;
import ai.chronom.m365.verification.Timeline;
import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who is told what, and when; and the log of it. */
@Stateless
public class Notifications {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Outbox outbox;
  @Inject Timeline timeline;
  @Inject Channels channels;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Inside the transaction that wrote the changes down: both stand, or neither. */
  public void tell(@Observes @Priority(Interceptor.Priority.APPLICATION + 900) DriftFound event) {
    Map<Channel, String> targets = targets();
    List<TenantChange> worth = rule().worthTelling(timeline.find(event.changeIds()));
    if (targets.isEmpty() || worth.isEmpty()) {
      return;
    }
    boolean urgent = worth.stream().anyMatch(change -> change.kind().isUrgent());
    Instant due = rule().earliest(clock.instant(), urgent);
    outbox.add(event.tenantId(), worth, targets, due);
  }

  private Map<Channel, String> targets() {
    Map<Channel, String> targets = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      channels.target(channel).ifPresent(target -> targets.put(channel, target));
    }
    return targets;
  }

  public Rule rule() {
    return stored().rule();
  }

  /** Throws a {@link Problem} that names the fields. */
  public Rule change(RuleForm form, Actor actor) {
    Rule rule = form.checked();
    stored().change(rule);
    audit.record(
        actor,
        AuditAction.NOTIFICATIONS_CHANGED,
        null,
        Outcome.SUCCEEDED,
        "quiet="
            + rule.quiet()
            + " urgentPasses="
            + rule.urgentPasses()
            + " muted="
            + rule.muted());
    return rule;
  }

  /** A failed one is sent once more. Throws a {@link Problem} when that cannot be. */
  public void again(String deliveryId, Actor actor) {
    outbox.again(deliveryId);
    audit.record(
        actor,
        AuditAction.NOTIFICATION_REPEATED,
        null,
        Outcome.SUCCEEDED,
        "delivery=" + deliveryId);
  }

  /** Of the tenants within reach, the latest first. */
  public Listing<DeliveryView> log(Reach reach, PageRequest page) {
    return outbox.log(reach, page);
  }

  private NotificationRule stored() {
    return entities.find(NotificationRule.class, NotificationRule.ONLY);
  }
}
