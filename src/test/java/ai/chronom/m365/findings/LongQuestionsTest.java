package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.license.ProductNames;
import ai.chronom.m365.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who asks about a large tenant waits beside the requests, and nobody works for nobody. */
class LongQuestionsTest {
  private static final Evaluation ANSWER = SampleTenant.of().evaluate().evaluation();
  private static final TenantId FABRIKAM = new TenantId(UUID.randomUUID());

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<LongQuestion> answered = new ArrayList<>();
  private Instant now = SampleUser.NOW;
  private Function<LongQuestion, Evaluation> how = question -> ANSWER;
  private final LongQuestions questions =
      new LongQuestions(
          work::add,
          question -> {
            answered.add(question);
            return how.apply(question);
          });

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  /** What if nobody counted as idle for so many days? */
  private LongQuestion idle(TenantId tenantId, int days) {
    Scenario scenario =
        new Scenario(Map.of(Threshold.INACTIVE_DAYS, days), Map.of(), Map.of(), Set.of());
    EvaluationInputs held =
        new EvaluationInputs(7, List.of(), ProductNames.NONE, TenantSettings.STANDARD, Set.of());
    return new LongQuestion(tenantId, scenario, scenario.over(held, now), 4_000, clock);
  }

  private LongQuestion idle(int days) {
    return idle(SampleTenant.ID, days);
  }

  private static WhatIfAnswer heard(LongQuestion question) {
    return question.await(Duration.ZERO);
  }

  private void workOff() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  @Test
  void tellsHowFarItIsUntilTheAnswerIsThere() {
    LongQuestion asked = questions.ask(idle(60), "ann");
    how =
        question -> {
          question.visited(3_000);
          assertThat(heard(question)).isEqualTo(new WhatIfAnswer.Awaited(true, 75));
          question.visited(5_000);
          assertThat(heard(question)).isEqualTo(new WhatIfAnswer.Awaited(true, 99));
          return ANSWER;
        };
    assertThat(heard(asked)).isEqualTo(new WhatIfAnswer.Awaited(true, 0));
    workOff();
    assertThat(heard(asked)).isEqualTo(new WhatIfAnswer.Known(ANSWER));
  }

  @Test
  void theSameQuestionOfTwoIsAnsweredOnce() {
    LongQuestion first = questions.ask(idle(60), "ann");
    assertThat(questions.ask(idle(60), "bob")).isSameAs(first);
    questions.forget("ann");
    workOff();
    assertThat(heard(first)).isInstanceOf(WhatIfAnswer.Known.class);
    assertThat(answered).containsExactly(first);
  }

  @Test
  void ofEachTenantTheNewestWaits() {
    LongQuestion running = questions.ask(idle(60), "ann");
    LongQuestion replaced = questions.ask(idle(61), "bob");
    LongQuestion newest = questions.ask(idle(62), "cid");
    LongQuestion elsewhere = questions.ask(idle(FABRIKAM, 60), "dot");
    assertThat(heard(newest)).isEqualTo(new WhatIfAnswer.Awaited(false, 0));
    assertThat(work).as("one at a time").hasSize(1);
    workOff();
    assertThat(answered).containsExactly(running, newest, elsewhere);
    assertThat(heard(replaced)).isInstanceOf(WhatIfAnswer.Awaited.class);
    LongQuestion again = questions.ask(idle(61), "bob");
    workOff();
    assertThat(heard(again)).isInstanceOf(WhatIfAnswer.Known.class);
  }

  @Test
  void endsWhenTheOnlyAskerLeaves() {
    questions.ask(idle(60), "ann");
    how =
        question -> {
          question.visited(999);
          questions.forget(SampleTenant.ID, "ann");
          assertThatThrownBy(() -> question.visited(1_000))
              .isInstanceOf(LongQuestion.Abandoned.class);
          question.visited(2_000);
          return ANSWER;
        };
    LongQuestion next = questions.ask(idle(61), "bob");
    work.remove().run();
    how = question -> ANSWER;
    workOff();
    assertThat(heard(next)).as("the way is free").isInstanceOf(WhatIfAnswer.Known.class);
  }

  @Test
  void whoLeavesWhileWaitingIsNotAnswered() {
    LongQuestion running = questions.ask(idle(60), "ann");
    questions.ask(idle(61), "bob");
    questions.forget("bob");
    workOff();
    assertThat(answered).containsExactly(running);
  }

  @Test
  void whatNobodyAsksAboutAnyMoreIsGivenUp() {
    LongQuestion running = questions.ask(idle(60), "ann");
    questions.ask(idle(FABRIKAM, 60), "bob");
    how =
        question -> {
          now = now.plus(LongQuestion.PATIENCE);
          question.visited(1_000);
          now = now.plusSeconds(1);
          question.visited(2_000);
          return ANSWER;
        };
    workOff();
    assertThat(answered).as("the other was given up while it waited").containsExactly(running);
    assertThat(heard(running)).isNotInstanceOf(WhatIfAnswer.Known.class);
  }

  @Test
  void askingAgainKeepsItAlive() {
    LongQuestion running = questions.ask(idle(60), "ann");
    how =
        question -> {
          now = now.plus(LongQuestion.PATIENCE);
          questions.ask(idle(60), "ann");
          now = now.plus(LongQuestion.PATIENCE);
          question.visited(1_000);
          return ANSWER;
        };
    workOff();
    assertThat(heard(running)).isInstanceOf(WhatIfAnswer.Known.class);
  }

  @Test
  void whoAskedIsToldOnceThatItFailed() {
    LongQuestion asked = questions.ask(idle(60), "ann");
    how =
        question -> {
          throw new IllegalStateException("the database is away");
        };
    workOff();
    assertThat(heard(questions.ask(idle(60), "ann"))).isEqualTo(new WhatIfAnswer.Failed());
    how = question -> ANSWER;
    LongQuestion again = questions.ask(idle(60), "ann");
    assertThat(again).isNotSameAs(asked);
    workOff();
    assertThat(heard(again)).isInstanceOf(WhatIfAnswer.Known.class);
  }

  @Test
  void anOlderStateOfThingsIsOfNoUse() {
    LongQuestion old = questions.ask(idle(60), "ann");
    LongQuestion later =
        new LongQuestion(
            SampleTenant.ID,
            old.scenario(),
            new EvaluationInputs(
                8, List.of(), ProductNames.NONE, TenantSettings.STANDARD, Set.of()),
            4_000,
            clock);
    questions.ask(later, "ann");
    assertThat(old.isAbandoned()).isTrue();
    workOff();
    assertThat(heard(later)).isInstanceOf(WhatIfAnswer.Known.class);
  }

  @Test
  void nobodyIsAnsweredWhenTheServerStops() {
    LongQuestion running = questions.ask(idle(60), "ann");
    LongQuestion waiting = questions.ask(idle(61), "bob");
    questions.stop();
    assertThat(List.of(running, waiting)).allMatch(LongQuestion::isAbandoned);
    workOff();
    assertThat(answered).containsExactly(running);
  }
}
