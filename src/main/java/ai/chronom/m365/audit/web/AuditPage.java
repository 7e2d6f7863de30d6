package ai.chronom.m365.audit.web;

import ai.chronom.m365.audit.AuditEvent;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.problem.web.Rows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who did what, the latest first. */
@Named
@RequestScoped
public class AuditPage {
  @Inject AuditTrail trail;
  @Inject Caller caller;

  private final Rows<AuditEvent> events = new Rows<>((page, order) -> trail.latest(page));

  public void load() {
    caller.requireAdmin();
  }

  public Rows<AuditEvent> getEvents() {
    return events;
  }
}
