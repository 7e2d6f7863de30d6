package ai.chronom.m365.platform;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The guesses of all nodes. Every verb is a transaction of its own, so that no guess is undone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInFailures {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Clock clock;

  /** Counts the coming guess; if it is not allowed, nothing is counted and the rest is returned. */
  public Duration count(String name) {
    Instant now = clock.instant();
    String hash = Tokens.hash(name);
    SignInFailure failure =
        entities.find(SignInFailure.class, hash, LockModeType.PESSIMISTIC_WRITE);
    if (failure == null) {
      forgetOld(now);
      failure = new SignInFailure(hash, now);
      entities.persist(failure);
    }
    Duration rest = failure.rest(now);
    if (rest.isZero()) {
      failure.count(now);
    }
    return rest;
  }

  /** Zero when the name may be tried now. */
  public Duration rest(String name) {
    SignInFailure failure = entities.find(SignInFailure.class, Tokens.hash(name));
    return failure == null ? Duration.ZERO : failure.rest(clock.instant());
  }

  /** The password was right. */
  public void forget(String name) {
    entities
        .createQuery("delete from SignInFailure f where f.nameHash = :hash")
        .setParameter("hash", Tokens.hash(name))
        .executeUpdate();
  }

  /** Names that were made up must not fill the table. */
  private void forgetOld(Instant now) {
    entities
        .createQuery("delete from SignInFailure f where f.lastAt < :limit")
        .setParameter("limit", now.minus(GuessLimit.MEMORY).atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }
}
