package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Whether a password is right. Guesses for one name come one after the other and are counted before
 * the costly hash; an unknown, a locked and a disabled name answer alike.
 */
@ApplicationScoped
public class PasswordCheck {
  /** At most so many hashes at a time: each takes a third of a second of one processor. */
  private static final int STRIPES = 16;

  private static final long PATIENCE_SECONDS = 30;
  private static final int PASSWORD_MAX_CHARS = PasswordRule.MAX_CHARS;

  private final ReentrantLock[] stripes =
      IntStream.range(0, STRIPES)
          .mapToObj(i -> new ReentrantLock(true))
          .toArray(ReentrantLock[]::new);

  @Inject Accounts accounts;
  @Inject SignInPolicy policy;
  @Inject SignInFailures failures;
  @Inject Passwords passwords;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** The account, if the password is its own and it may sign in now. */
  public Optional<Account> check(String typedName, char[] password) {
    String name = Accounts.canonical(typedName);
    if (name.isEmpty()
        || name.length() > Account.NAME_MAX_CHARS
        || password.length == 0
        || password.length > PASSWORD_MAX_CHARS) {
      return Optional.empty();
    }
    ReentrantLock stripe = stripes[Math.floorMod(name.hashCode(), STRIPES)];
    if (!lock(stripe)) {
      return Optional.empty();
    }
    try {
      return guess(name, password);
    } finally {
      stripe.unlock();
    }
  }

  private Optional<Account> guess(String name, char[] password) {
    if (!failures.count(name).isZero()) {
      return Optional.empty();
    }
    Optional<Account> account = accounts.find(name);
    Optional<String> hash = account.flatMap(Account::passwordHash);
    if (account.isEmpty() || hash.isEmpty()) {
      passwords.matchNobody(password);
      return Optional.empty();
    }
    Actor person = new Actor(name);
    if (!passwords.matches(password, hash.get())
        || !account.get().opens(clock.instant())
        || !policy.admits(account.get())) {
      audit.recordNow(person, AuditAction.SIGNED_IN, null, Outcome.REFUSED, "");
      return Optional.empty();
    }
    failures.forget(name);
    audit.recordNow(person, AuditAction.SIGNED_IN, null, Outcome.SUCCEEDED, "");
    return account;
  }

  private static boolean lock(ReentrantLock stripe) {
    try {
      return stripe.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
