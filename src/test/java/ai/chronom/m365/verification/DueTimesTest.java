package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a clock that was put back, or a shorter interval, leaves behind. */
class DueTimesTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofHours(6);

  private final RecordedJobs jobs = new RecordedJobs();
  private final DueTimes dueTimes = new DueTimes();

  DueTimesTest() {
    dueTimes.jobs = jobs;
    dueTimes.config = new VerificationConfig();
    dueTimes.config.interval = INTERVAL;
    dueTimes.clock = Clock.fixed(NOON, ZoneOffset.UTC);
    dueTimes.bringBack();
  }

  @Test
  void whatTheRhythmItselfSetsStaysWhereItIs() {
    Instant latestByRhythm = new Rhythm(INTERVAL, () -> 1.0).afterSuccess(NOON);
    assertThat(jobs.kind).isEqualTo(JobKind.VERIFY);
    assertThat(jobs.latest).isAfterOrEqualTo(latestByRhythm);
    assertThat(jobs.latest).isBefore(latestByRhythm.plusSeconds(1));
  }

  @Test
  void broughtBackOnesSpreadOverTheIntervalInsteadOfComingAtOnce() {
    List<Instant> due = Stream.generate(jobs.due).limit(1_000).toList();
    assertThat(due).allMatch(each -> !each.isBefore(NOON) && !each.isAfter(NOON.plus(INTERVAL)));
    for (int hour = 0; hour < 6; hour++) {
      Instant from = NOON.plus(Duration.ofHours(hour));
      assertThat(due)
          .filteredOn(each -> !each.isBefore(from) && each.isBefore(from.plusSeconds(3_600)))
          .hasSizeBetween(100, 240);
    }
  }

  private static final class RecordedJobs extends Jobs {
    private JobKind kind = JobKind.SCAN;
    private Instant latest = Instant.EPOCH;
    private Supplier<Instant> due = () -> Instant.EPOCH;

    @Override
    public int bringBack(JobKind which, Instant after, Supplier<Instant> other) {
      kind = which;
      latest = after;
      due = other;
      return 3;
    }
  }
}
