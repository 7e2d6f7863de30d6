package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The second factors of people: codes of an authenticator app, and recovery codes for when it is
 * lost (ADR 102). Nobody learns a seed any more once it is confirmed.
 */
@Stateless
public class SecondFactors {
  private static final Duration SETTING_UP = Duration.ofMinutes(30);

  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject Seals seals;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Whether a code is asked for when this person signs in. */
  public boolean isOn(String name) {
    return since(name).isPresent();
  }

  /** Empty when there is none, or it is still being set up. */
  public Optional<Instant> since(String name) {
    return Optional.ofNullable(entities.find(SecondFactor.class, name))
        .flatMap(SecondFactor::confirmedAt);
  }

  public long recoveryCodesLeft(String name) {
    return entities
        .createQuery("select count(r) from RecoveryCode r where r.name = :name", Long.class)
        .setParameter("name", name)
        .getSingleResult();
  }

  /** A fresh seed, which counts when a code of it was shown. Throws when there is one already. */
  public Enrollment begin(String name) {
    if (isOn(name)) {
      throw new Problem(
          ProblemKind.CHANGED_MEANWHILE, "A second factor is set up already; turn it off first.");
    }
    byte[] seed = Totp.freshSeed();
    Enrollment enrollment = new Enrollment(name, Totp.base32(seed));
    Sealed sealed =
        seals.seal(
            SealedTable.SECOND_FACTOR, SecondFactor.COLUMN, name, SecondFactor.VERSION, seed);
    forget(name);
    entities.persist(new SecondFactor(sealed, clock.instant()));
    entities.flush();
    return enrollment;
  }

  /** What is being set up, for whoever mistyped; empty when nothing is, or for too long. */
  public Optional<Enrollment> pending(String name) {
    return Optional.ofNullable(entities.find(SecondFactor.class, name))
        .filter(this::isPending)
        .map(factor -> withSeed(factor, seed -> new Enrollment(name, Totp.base32(seed))));
  }

  private boolean isPending(SecondFactor factor) {
    return factor.confirmedAt().isEmpty()
        && clock.instant().isBefore(factor.createdAt().plus(SETTING_UP));
  }

  /**
   * From now on a code is asked for.
   *
   * @return recovery codes, told once; empty when the code is wrong
   */
  public List<String> confirm(String name, String code, Actor by) {
    SecondFactor factor = locked(name).filter(this::isPending).orElse(null);
    if (factor == null) {
      throw new Problem(
          ProblemKind.CHANGED_MEANWHILE, "Nothing is being set up any more; begin again.");
    }
    OptionalLong step = step(factor, code);
    if (step.isEmpty()) {
      return List.of();
    }
    factor.confirm(step.getAsLong(), clock.instant());
    record(by, AuditAction.SECOND_FACTOR_SET_UP, name);
    return freshCodes(name);
  }

  /** In the place of those that are left. */
  public List<String> renewRecoveryCodes(String name, Actor by) {
    if (!isOn(name)) {
      throw Problem.notFound("The second factor");
    }
    record(by, AuditAction.RECOVERY_CODES_RENEWED, name);
    return freshCodes(name);
  }

  private List<String> freshCodes(String name) {
    forgetCodes(name);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RecoveryCode.NUMBER; i++) {
      String code = RecoveryCode.random();
      codes.add(code);
      entities.persist(new RecoveryCode(name, code));
    }
    return List.copyOf(codes);
  }

  /** Whether the code of the app, or a recovery code, is right; it never is again. */
  public boolean use(String name, String typed) {
    SecondFactor factor = locked(name).orElse(null);
    if (factor == null || factor.confirmedAt().isEmpty()) {
      return false;
    }
    OptionalLong step = step(factor, typed);
    if (step.isPresent()) {
      factor.use(step.getAsLong());
      return true;
    }
    return entities
            .createQuery("delete from RecoveryCode r where r.name = :name and r.codeHash = :hash")
            .setParameter("name", name)
            .setParameter("hash", RecoveryCode.hash(name, typed))
            .executeUpdate()
        == 1;
  }

  /** No code is asked for any more. */
  public void turnOff(String name, AuditAction how, Actor by) {
    if (forget(name)) {
      record(by, how, name);
    }
  }

  private OptionalLong step(SecondFactor factor, String typed) {
    String code = typed.replaceAll("\\s", "");
    return code.length() == Totp.DIGITS
        ? withSeed(factor, seed -> Totp.step(seed, code, clock.instant(), factor.lastStep()))
        : OptionalLong.empty();
  }

  private interface SeedUse<T> {
    T with(byte[] seed);
  }

  private <T> T withSeed(SecondFactor factor, SeedUse<T> use) {
    byte[] seed;
    try {
      seed = seals.open(factor.sealed());
    } catch (SealBroken e) {
      throw new Problem(
          ProblemKind.SECRET_UNREADABLE,
          "The second factor does not open with our master key: an administrator can reset it.");
    }
    try {
      return use.with(seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  private Optional<SecondFactor> locked(String name) {
    return Optional.ofNullable(
        entities.find(SecondFactor.class, name, LockModeType.PESSIMISTIC_WRITE));
  }

  private boolean forget(String name) {
    forgetCodes(name);
    return entities
            .createQuery("delete from SecondFactor f where f.name = :name")
            .setParameter("name", name)
            .executeUpdate()
        == 1;
  }

  private void forgetCodes(String name) {
    entities
        .createQuery("delete from RecoveryCode r where r.name = :name")
        .setParameter("name", name)
        .executeUpdate();
  }

  private void record(Actor by, AuditAction action, String name) {
    audit.record(by, action, null, Outcome.SUCCEEDED, "account " + name);
  }
}
