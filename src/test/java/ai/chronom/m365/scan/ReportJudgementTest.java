package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a usage report may be believed. */
class ReportJudgementTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);

  private static CollectionOutcome judge(
      long rows, boolean concealed, String asOf, long licensedUsers) {
    return new ReportJudgement(CLOCK, NameConcealment.Setting.UNKNOWN)
        .judge(
            new UsageReport.Summary(
                rows,
                concealed ? rows : 0,
                concealed,
                List.of(),
                asOf == null ? null : LocalDate.parse(asOf),
                0),
            licensedUsers);
  }

  @Test
  void believesAFreshReport() {
    assertThat(judge(100, false, "2026-11-16", 100))
        .isEqualTo(new CollectionOutcome.Complete(null, LocalDate.parse("2026-11-16")));
  }

  @Test
  void believesAnEmptyReportOfATinyTenantOnly() {
    assertThat(judge(0, false, null, 20).state()).isEqualTo(CollectionState.COMPLETE);
    assertThat(judge(0, false, null, 21))
        .satisfies(
            outcome -> {
              assertThat(outcome.state()).isEqualTo(CollectionState.FAILED);
              assertThat(outcome.reason()).containsIgnoringCase("suspicious").contains("21");
            });
  }

  @Test
  void doubtsAReportOlderThanAWeek() {
    assertThat(judge(100, false, "2026-11-15", 100))
        .satisfies(
            outcome -> {
              assertThat(outcome.state()).isEqualTo(CollectionState.PARTIAL);
              assertThat(outcome.reason()).containsIgnoringCase("suspicious");
              assertThat(outcome.asOf()).isEqualTo("2026-11-15");
            });
  }

  @Test
  void tellsWhereConcealmentIsSwitchedOff() {
    assertThat(judge(100, true, "2026-11-20", 100))
        .satisfies(
            outcome -> {
              assertThat(outcome.state()).isEqualTo(CollectionState.NAMES_CONCEALED);
              assertThat(outcome.reason()).contains("Org settings");
            });
  }

  private static CollectionOutcome judge(NameConcealment.Setting setting, long digests) {
    return new ReportJudgement(CLOCK, setting)
        .judge(
            new UsageReport.Summary(
                100, digests, digests > 90, List.of(), LocalDate.parse("2026-11-20"), 0),
            100);
  }

  @Test
  void aFewDigestsAreConcealmentOnlyByTheTenantsSetting() {
    assertThat(judge(NameConcealment.Setting.UNKNOWN, 30).state())
        .isEqualTo(CollectionState.COMPLETE);
    assertThat(judge(NameConcealment.Setting.SHOWN, 30).state())
        .isEqualTo(CollectionState.COMPLETE);
    assertThat(judge(NameConcealment.Setting.CONCEALED, 30).state())
        .isEqualTo(CollectionState.NAMES_CONCEALED);
    assertThat(judge(NameConcealment.Setting.CONCEALED, 0).state())
        .isEqualTo(CollectionState.COMPLETE);
  }

  @Test
  void aReportFromBeforeTheSettingChangedAsksForNothing() {
    assertThat(judge(NameConcealment.Setting.SHOWN, 100))
        .satisfies(
            outcome -> {
              assertThat(outcome.state()).isEqualTo(CollectionState.NAMES_CONCEALED);
              assertThat(outcome.reason()).contains("Nothing has to be done");
            });
  }
}
