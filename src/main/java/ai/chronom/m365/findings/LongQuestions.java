package ai.chronom.m365.findings;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions about large tenants, answered beside the requests: one at a time, since each takes a
 * core and some hundred megabytes. One of each tenant waits, the newest; whoever asked the one
 * before asks again and is next. Tenants take turns.
 */
final class LongQuestions {
  private static final Logger LOG = Logger.getLogger(LongQuestions.class.getName());
  private static final int WAITING_MOST = 50;

  private final Executor executor;
  private final Function<LongQuestion, Evaluation> work;
  private final Map<TenantId, LongQuestion> waiting = new LinkedHashMap<>();
  private final Map<TenantId, LongQuestion> failed = new LinkedHashMap<>();
  private @Nullable LongQuestion running;

  /**
   * @param work takes its time; calls {@link LongQuestion#visited} on its way
   */
  LongQuestions(Executor executor, Function<LongQuestion, Evaluation> work) {
    this.executor = executor;
    this.work = work;
  }

  /** Forgets what the asker wanted to know about the tenant so far. */
  synchronized void forget(TenantId tenantId, String asker) {
    leave(all().filter(one -> one.tenantId().equals(tenantId)).toList(), asker);
  }

  /** Forgets all that the asker wanted to know. */
  synchronized void forget(String asker) {
    leave(all().toList(), asker);
  }

  /**
   * The question itself, or the same one if somebody asked it already. Throws a {@link Problem}
   * when too many wait.
   */
  synchronized LongQuestion ask(LongQuestion question, String asker) {
    TenantId tenantId = question.tenantId();
    LongQuestion stumbled = failed.get(tenantId);
    if (stumbled != null && same(stumbled, question) && stumbled.isAskedBy(asker)) {
      stumbled.leave(asker);
      return stumbled;
    }
    // The same about an older state of things is of no use to anybody.
    leave(
        all()
            .filter(one -> one.tenantId().equals(tenantId))
            .filter(one -> one.scenario().equals(question.scenario()) && !same(one, question))
            .toList(),
        asker);
    LongQuestion known =
        all()
            .filter(one -> one.tenantId().equals(tenantId) && same(one, question))
            .filter(one -> !one.isAbandoned())
            .findFirst()
            .orElseGet(() -> enqueue(question));
    known.askedBy(asker);
    begin();
    return known;
  }

  private static boolean same(LongQuestion one, LongQuestion other) {
    return one.inputs().equals(other.inputs());
  }

  private LongQuestion enqueue(LongQuestion question) {
    waiting.values().removeIf(LongQuestion::isAbandoned);
    if (waiting.size() >= WAITING_MOST && !waiting.containsKey(question.tenantId())) {
      throw new Problem(
          ProblemKind.TOO_MANY_ATTEMPTS, "Too many ask what if. Try again in some minutes.");
    }
    LongQuestion replaced = waiting.put(question.tenantId(), question);
    if (replaced != null) {
      replaced.drop();
    }
    return question;
  }

  private void begin() {
    waiting.values().removeIf(LongQuestion::isAbandoned);
    Optional<LongQuestion> first = waiting.values().stream().findFirst();
    if (running != null || first.isEmpty()) {
      return;
    }
    LongQuestion next = first.get();
    waiting.remove(next.tenantId());
    running = next;
    next.begin();
    try {
      executor.execute(() -> work(next));
    } catch (RejectedExecutionException stopping) {
      running = null;
      next.fail();
      LOG.log(Level.FINE, "No what-if while the server stops", stopping);
    }
  }

  private void work(LongQuestion question) {
    try {
      question.answer(work.apply(question));
    } catch (LongQuestion.Abandoned nobody) {
      question.drop();
      LOG.log(Level.FINE, "What if of tenant {0} was given up", question.tenantId());
    } catch (RuntimeException | LinkageError failure) {
      LOG.log(Level.SEVERE, "What if of tenant " + question.tenantId() + " failed", failure);
      stumbled(question);
    } finally {
      ended();
    }
  }

  private synchronized void stumbled(LongQuestion question) {
    if (failed.size() >= WAITING_MOST) {
      failed.clear();
    }
    failed.put(question.tenantId(), question);
    question.fail();
  }

  private synchronized void ended() {
    running = null;
    begin();
  }

  private Stream<LongQuestion> all() {
    return Stream.concat(Stream.ofNullable(running), waiting.values().stream());
  }

  private void leave(List<LongQuestion> questions, String asker) {
    questions.forEach(one -> one.leave(asker));
    waiting.values().removeIf(LongQuestion::isAbandoned);
  }

  /** The server stops. */
  synchronized void stop() {
    all().forEach(LongQuestion::drop);
    waiting.clear();
  }
}
