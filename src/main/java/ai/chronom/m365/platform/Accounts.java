package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The people who may sign in. */
@Stateless
public class Accounts {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Clock clock;
  @Inject Passwords passwords;
  @Inject SignInPolicy policy;

  /** Blanks around a name and its case do not matter. */
  public static String canonical(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  public Optional<Account> find(String name) {
    return Optional.ofNullable(entities.find(Account.class, canonical(name)));
  }

  /**
   * The account of an open session; empty as soon as the account is gone or disabled, or its
   * sessions were ended: nothing outlives that.
   *
   * @param begun when the session began
   */
  public Optional<Account> welcome(String name, Instant begun) {
    return find(name).filter(account -> account.knows(begun) && policy.admits(account));
  }

  public boolean none() {
    return entities.createQuery("select count(a) from Account a", Long.class).getSingleResult()
        == 0;
  }

  public void open(String name, String role, char[] password, Actor by) {
    String hash = passwords.hash(password);
    entities.persist(new Account(canonical(name), hash, role, clock.instant()));
    entities.flush();
    String facts = "account " + canonical(name) + ", role " + role;
    audit.record(by, AuditAction.ACCOUNT_CREATED, null, Outcome.SUCCEEDED, facts);
  }
}
