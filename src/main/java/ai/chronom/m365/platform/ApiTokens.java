package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tokens that programs sign in with. */
// WildFly denies a method without a word, as soon as another one names a role.
@PermitAll
@Stateless
public class ApiTokens {
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject AuditTrail audit;
  @Inject Clock clock;
  @Inject Reaches reaches;

  /** The token that stands behind this text and still works. */
  public Optional<ApiToken> find(String token) {
    return entities
        .createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
        .setParameter("hash", Tokens.hash(token))
        .getResultStream()
        .filter(found -> found.isValid(clock.instant()))
        .findFirst();
  }

  /** In the order of their names. */
  @RolesAllowed(Role.ADMIN)
  public List<ApiToken> all() {
    return entities
        .createQuery("select t from ApiToken t order by lower(t.name), t.name", ApiToken.class)
        .getResultList();
  }

  public boolean none() {
    return entities.createQuery("select count(t) from ApiToken t", Long.class).getSingleResult()
        == 0;
  }

  /** The text is told once, here. */
  @RolesAllowed(Role.ADMIN)
  public IssuedToken issue(NewToken wanted, Actor by) {
    String token = Tokens.random();
    return new IssuedToken(admit(wanted, token, by).id(), wanted.name(), wanted.role(), token);
  }

  /** Takes a token that was made elsewhere. */
  public ApiToken admit(NewToken wanted, String token, Actor by) {
    if (isTaken(wanted.name())) {
      throw Problem.invalid("name", "Another token has this name; choose a new one.");
    }
    ApiToken admitted = new ApiToken(wanted, token, by.name(), clock.instant());
    entities.persist(admitted);
    entities.flush();
    reaches.give(admitted, wanted.reach());
    String facts =
        "token "
            + wanted.name()
            + ", role "
            + wanted.role()
            + (wanted.reach().all() ? "" : ", " + Reaches.said(wanted.reach()));
    audit.record(by, AuditAction.TOKEN_ISSUED, null, Outcome.SUCCEEDED, facts);
    return admitted;
  }

  private boolean isTaken(String name) {
    return !entities
        .createQuery("select t.id from ApiToken t where t.name = :name", String.class)
        .setParameter("name", name)
        .getResultList()
        .isEmpty();
  }

  /** From now on it opens nothing. */
  @RolesAllowed(Role.ADMIN)
  public void revoke(String id, Actor by) {
    ApiToken token = ID.matcher(id).matches() ? entities.find(ApiToken.class, id) : null;
    if (token == null) {
      throw Problem.notFound("The token");
    }
    entities.remove(token);
    audit.record(by, AuditAction.TOKEN_REVOKED, null, Outcome.SUCCEEDED, "token " + token.name());
  }
}
