package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The open sessions of people, on all nodes (ADR 103). */
@Stateless
public class Sessions {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Clock clock;

  public void begin(SignedIn session, String browser) {
    Instant now = clock.instant();
    entities
        .createQuery("delete from PersonSession s where s.begunAt < :limit")
        .setParameter("limit", now.minus(SignedIn.LONGEST).atOffset(ZoneOffset.UTC))
        .executeUpdate();
    entities.persist(new PersonSession(session, browser, now));
  }

  /** Whether nobody has ended it; notes that it is in use. */
  public boolean goesOn(SignedIn session) {
    PersonSession known = entities.find(PersonSession.class, session.idHash());
    if (known == null || !known.name().equals(session.name())) {
      return false;
    }
    known.seen(clock.instant());
    return true;
  }

  /** Those that a request may still come from, the latest first. */
  public List<PersonSession> of(String name) {
    Instant now = clock.instant();
    Account person = entities.find(Account.class, name);
    return entities
        .createQuery(
            "select s from PersonSession s where s.name = :name and s.begunAt > :begun"
                + " and s.seenAt > :seen order by s.begunAt desc, s.idHash",
            PersonSession.class)
        .setParameter("name", name)
        .setParameter("begun", now.minus(SignedIn.LONGEST).atOffset(ZoneOffset.UTC))
        .setParameter("seen", now.minus(SignedIn.IDLE).atOffset(ZoneOffset.UTC))
        .getResultStream()
        .filter(session -> person != null && person.knows(session.begunAt()))
        .toList();
  }

  /** At the sign-out; nothing when it is over already. */
  public void end(SignedIn session) {
    PersonSession known = entities.find(PersonSession.class, session.idHash());
    if (known != null) {
      entities.remove(known);
    }
  }

  /** One of the person's own; throws a not-found problem for any other. */
  public void end(String idHash, Actor person) {
    PersonSession known = entities.find(PersonSession.class, idHash);
    if (known == null || !known.name().equals(person.name())) {
      throw Problem.notFound("The session");
    }
    entities.remove(known);
    String facts = "account " + person.name() + ", one session";
    audit.record(person, AuditAction.SIGNED_OUT, null, Outcome.SUCCEEDED, facts);
  }
}
