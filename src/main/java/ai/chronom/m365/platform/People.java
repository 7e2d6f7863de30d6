package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.vault.SecondFactors;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Who may sign in, as administrators decide it (ADR 078). The role of those whom an identity
 * provider knows is decided there. Somebody who can administrate always remains, and nobody shuts
 * the door behind themselves.
 */
// WildFly denies a method without a word, as soon as another one names a role.
@PermitAll
@Stateless
public class People {
  static final Duration LOAN = Duration.ofHours(24);

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Passwords passwords;
  @Inject SignInFailures failures;
  @Inject SignInPolicy policy;
  @Inject SecondFactors factors;
  @Inject SecondStep step;
  @Inject Reaches reaches;
  @Inject GroupReaches groupReaches;
  @Inject Clock clock;

  /** In the order of their names. */
  @RolesAllowed(Role.ADMIN)
  public List<Account> all() {
    return entities
        .createQuery("select a from Account a order by a.name", Account.class)
        .getResultList();
  }

  @RolesAllowed(Role.ADMIN)
  public Invitation invite(NewPerson wanted, Reach reach, Actor by) {
    NewToken.requireAllForAdmin(wanted.role(), reach);
    if (entities.find(Account.class, wanted.name()) != null) {
      throw Problem.invalid("name", "Somebody has this name already; choose another one.");
    }
    if (policy.hasSingleSignOn() && !wanted.role().equals(Role.ADMIN)) {
      throw Problem.invalid(
          "role",
          "With single sign-on only administrators have a password here; the others get their role"
              + " in the identity provider.");
    }
    String oneTime = OneTimePassword.random();
    Instant now = clock.instant();
    String hash = passwords.hash(oneTime.toCharArray());
    Account person = new Account(wanted.name(), hash, wanted.role(), now);
    person.lend(hash, now.plus(LOAN), now);
    entities.persist(person);
    entities.flush();
    reaches.give(person, reach);
    String facts = "role " + person.role() + (reach.all() ? "" : ", " + Reaches.said(reach));
    record(by, AuditAction.ACCOUNT_CREATED, person, facts);
    return new Invitation(person.name(), oneTime, now.plus(LOAN));
  }

  /** The person's password opens nothing any more, nor does any session. */
  @RolesAllowed(Role.ADMIN)
  public Invitation reset(String name, Actor by) {
    Account person = local(notYourself(name, by));
    String oneTime = OneTimePassword.random();
    Instant now = clock.instant();
    person.lend(passwords.hash(oneTime.toCharArray()), now.plus(LOAN), now);
    failures.forget(person.name());
    record(by, AuditAction.PASSWORD_RESET, person, "");
    return new Invitation(person.name(), oneTime, now.plus(LOAN));
  }

  /** For somebody who lost the app: the next sign-in asks for the password alone. */
  @RolesAllowed(Role.ADMIN)
  public void resetSecondFactor(String name, Actor by) {
    Account person = local(notYourself(name, by));
    factors.turnOff(person.name(), AuditAction.SECOND_FACTOR_RESET, by);
    step.forget(person.name());
    person.endSessions(clock.instant());
  }

  @RolesAllowed(Role.ADMIN)
  public void give(String name, String role, Actor by) {
    Account person = local(notYourself(name, by));
    String wanted = NewPerson.of(name, role).role();
    if (!wanted.equals(Role.ADMIN)) {
      someoneElseAdministrates(person);
    }
    person.take(wanted);
    record(by, AuditAction.ACCOUNT_CHANGED, person, "role " + wanted);
  }

  /** Acts at the next click; an administrator sees all tenants, and is not restricted. */
  @RolesAllowed(Role.ADMIN)
  public void restrict(String name, Reach reach, Actor by) {
    Account person = notYourself(name, by);
    if (groupReaches.decide(person)) {
      throw new Problem(
          ProblemKind.INVALID_INPUT,
          "This person's groups at the identity provider decide which tenants they see.");
    }
    NewToken.requireAllForAdmin(person.role(), reach);
    reaches.give(person, reach);
    record(by, AuditAction.ACCOUNT_CHANGED, person, Reaches.said(reach));
  }

  @RolesAllowed(Role.ADMIN)
  public void disable(String name, Actor by) {
    Account person = notYourself(name, by);
    someoneElseAdministrates(person);
    person.disable();
    record(by, AuditAction.ACCOUNT_CHANGED, person, "disabled");
  }

  @RolesAllowed(Role.ADMIN)
  public void enable(String name, Actor by) {
    Account person = get(name);
    person.enable();
    record(by, AuditAction.ACCOUNT_CHANGED, person, "enabled");
  }

  @RolesAllowed(Role.ADMIN)
  public void remove(String name, Actor by) {
    Account person = notYourself(name, by);
    someoneElseAdministrates(person);
    entities.remove(person);
    record(by, AuditAction.ACCOUNT_REMOVED, person, "");
  }

  /** On every node; the person may sign in anew. */
  @RolesAllowed(Role.ADMIN)
  public void signOut(String name, Actor by) {
    Account person = get(name);
    person.endSessions(clock.instant());
    record(by, AuditAction.SIGNED_OUT, person, "everywhere, by an administrator");
  }

  /**
   * The caller has made sure that it is this person; all sessions of before are over.
   *
   * @return when sessions of from now on begin
   */
  public Instant choosePassword(Actor person, String chosen) {
    Account account = local(get(person.name()));
    if (account.opensWith(chosen, passwords)) {
      throw Problem.invalid("chosen", "This is the password of now; choose another one.");
    }
    PasswordRule.check("chosen", chosen, account.name());
    Instant now = clock.instant();
    account.choose(passwords.hash(chosen.toCharArray()), now);
    record(person, AuditAction.PASSWORD_CHANGED, account, "");
    return now;
  }

  /** Also that of the caller, who signs in anew. */
  public Instant signOutElsewhere(Actor person) {
    Account account = get(person.name());
    Instant now = clock.instant();
    account.endSessions(now);
    record(person, AuditAction.SIGNED_OUT, account, "everywhere else");
    return now;
  }

  private Account get(String name) {
    Account person = entities.find(Account.class, Accounts.canonical(name));
    if (person == null) {
      throw Problem.notFound("The person");
    }
    return person;
  }

  private static Account local(Account person) {
    if (!person.isLocal()) {
      throw new Problem(
          ProblemKind.INVALID_INPUT,
          "This person's password and role are matters of the identity provider.");
    }
    return person;
  }

  private Account notYourself(String name, Actor by) {
    Account person = get(name);
    if (person.name().equals(by.name())) {
      throw new Problem(
          ProblemKind.ADMIN_NEEDED, "You cannot do this to yourself. Ask another administrator.");
    }
    return person;
  }

  /** Locks all administrators: two that demote each other at the same moment come one by one. */
  private void someoneElseAdministrates(Account leaving) {
    boolean someone =
        entities
            .createQuery(
                "select a from Account a where a.role = :role order by a.name", Account.class)
            .setParameter("role", Role.ADMIN)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .anyMatch(
                other -> !Objects.equals(other.name(), leaving.name()) && other.canAdministrate());
    if (leaving.role().equals(Role.ADMIN) && !someone) {
      throw new Problem(
          ProblemKind.ADMIN_NEEDED,
          "Nobody else could administrate. Make somebody else an administrator first.");
    }
  }

  private void record(Actor by, AuditAction action, Account person, String facts) {
    String line = "account " + person.name() + (facts.isEmpty() ? "" : ", " + facts);
    audit.record(by, action, null, Outcome.SUCCEEDED, line);
  }
}
