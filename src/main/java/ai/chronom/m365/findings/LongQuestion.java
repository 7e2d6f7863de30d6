package ai.chronom.m365.findings;

import ai.chronom.m365.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A question whose answer takes longer than a request may, and those who wait for it. */
final class LongQuestion {
  /** Browsers let pages that nobody looks at ask once a minute. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int LOOK_EVERY_ACCOUNTS = 1_000;
  private static final int ALL_PERCENT = 100;

  private final TenantId tenantId;
  private final Scenario scenario;
  private final EvaluationInputs inputs;
  private final long accounts;
  private final Clock clock;
  private final Set<String> askers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch ended = new CountDownLatch(1);

  private volatile Instant lastAsked;
  private volatile boolean begun;
  private volatile boolean dropped;
  private volatile boolean failed;
  private volatile long seen;
  private volatile @Nullable Evaluation answer;

  /**
   * @param inputs what the answer rests on
   * @param accounts about so many are to be seen
   */
  LongQuestion(
      TenantId tenantId, Scenario scenario, EvaluationInputs inputs, long accounts, Clock clock) {
    this.tenantId = tenantId;
    this.scenario = scenario;
    this.inputs = inputs;
    this.accounts = Math.max(1, accounts);
    this.clock = clock;
    this.lastAsked = clock.instant();
  }

  TenantId tenantId() {
    return tenantId;
  }

  Scenario scenario() {
    return scenario;
  }

  EvaluationInputs inputs() {
    return inputs;
  }

  void askedBy(String asker) {
    askers.add(asker);
    lastAsked = clock.instant();
  }

  /** Nobody answers for whom nobody waits. */
  void leave(String asker) {
    if (askers.remove(asker) && askers.isEmpty()) {
      drop();
    }
  }

  boolean isAskedBy(String asker) {
    return askers.contains(asker);
  }

  void drop() {
    dropped = true;
    ended.countDown();
  }

  /** Whether it was dropped, or nobody has asked for a while. */
  boolean isAbandoned() {
    return dropped || lastAsked.plus(PATIENCE).isBefore(clock.instant());
  }

  void begin() {
    begun = true;
  }

  /** Throws {@link Abandoned} when nobody waits any more. */
  void visited(long accountsSeen) {
    seen = accountsSeen;
    if (accountsSeen % LOOK_EVERY_ACCOUNTS == 0 && isAbandoned()) {
      throw new Abandoned();
    }
  }

  void answer(Evaluation found) {
    answer = found;
    ended.countDown();
  }

  void fail() {
    failed = true;
    ended.countDown();
  }

  /** Waits so long at most. */
  WhatIfAnswer await(Duration most) {
    try {
      // How it ended is asked below, and whether.
      boolean unused = ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Evaluation found = answer;
    if (found != null) {
      return new WhatIfAnswer.Known(found);
    }
    return failed ? new WhatIfAnswer.Failed() : new WhatIfAnswer.Awaited(begun, percent());
  }

  private int percent() {
    return (int) Math.min(ALL_PERCENT - 1, seen * ALL_PERCENT / accounts);
  }

  /** Nobody waits for the answer any more. */
  static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Abandoned() {
      super("Nobody waits for this answer any more");
    }
  }
}
