package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.identity.Said;
import ai.chronom.m365.tenant.Reach;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/**
 * The people for whom the identity provider vouches. They are known by issuer and subject, whatever
 * they are called; their role is that of their groups at the latest sign-in, and so are the tenants
 * that they see where groups decide it.
 */
@Stateless
public class Visitors {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Reaches reaches;
  @Inject GroupReaches groupReaches;
  @Inject Clock clock;

  /** Opens an account at the first visit of somebody with a role. */
  public Visit admit(Said.Somebody somebody) {
    Optional<Account> known = find(somebody);
    String name =
        known.map(Account::name).orElseGet(() -> VisitorName.of(somebody.name(), this::isTaken));
    if (somebody.role().isEmpty()) {
      return refused(name, Welcome.Reason.NO_ROLE, "no group has a role");
    }
    if (known.filter(Account::isDisabled).isPresent()) {
      return refused(name, Welcome.Reason.DISABLED, "disabled");
    }
    String role = somebody.role().get();
    Account account = known.orElseGet(() -> open(name, somebody, role));
    account.take(role);
    record(name, Outcome.SUCCEEDED, "single sign-on, role " + role + reach(account, somebody));
    return new Visit(name, null);
  }

  /** Gives what the groups give, and says so. */
  private String reach(Account account, Said.Somebody somebody) {
    if (!groupReaches.decide()) {
      return "";
    }
    Reach reach = groupReaches.of(account.role(), somebody.groups());
    reaches.give(account, reach);
    return ", " + Reaches.said(reach);
  }

  private Optional<Account> find(Said.Somebody somebody) {
    return entities
        .createQuery(
            "select a from Account a where a.issuer = :issuer and a.subject = :subject",
            Account.class)
        .setParameter("issuer", somebody.issuer())
        .setParameter("subject", somebody.subject())
        .getResultStream()
        .findFirst();
  }

  private boolean isTaken(String name) {
    return entities.find(Account.class, name) != null;
  }

  private Account open(String name, Said.Somebody somebody, String role) {
    Account account =
        Account.visitor(name, somebody.issuer(), somebody.subject(), role, clock.instant());
    entities.persist(account);
    String facts = "account " + name + ", single sign-on, role " + role;
    audit.record(new Actor(name), AuditAction.ACCOUNT_CREATED, null, Outcome.SUCCEEDED, facts);
    return account;
  }

  private Visit refused(String name, Welcome.Reason reason, String facts) {
    record(name, Outcome.REFUSED, "single sign-on, " + facts);
    return new Visit(name, reason);
  }

  private void record(String name, Outcome outcome, String facts) {
    audit.record(new Actor(name), AuditAction.SIGNED_IN, null, outcome, facts);
  }
}
