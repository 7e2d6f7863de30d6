package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CSV of the active-user report in the shapes Microsoft gives it. */
class ActiveUserReportTest {
  private static final String ROW = "2026-11-20,a@contoso.example,False,2026-11-19,,,,2026-11-18\n";

  private final List<SnapshotWriter.ActivityRow> rows = new ArrayList<>();

  private ActiveUserReport.Summary read(String csv) {
    return ActiveUserReport.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), rows::addAll);
  }

  private ServiceActivity activity() {
    return rows.get(0).activity();
  }

  @Test
  void readsBehindTheByteOrderMark() {
    ActiveUserReport.Summary summary = read("\uFEFF" + SampleGraph.HEADER + ROW);

    assertThat(summary)
        .isEqualTo(
            new ActiveUserReport.Summary(1, false, List.of(), LocalDate.parse("2026-11-20"), 0));
    assertThat(activity())
        .isEqualTo(
            new ServiceActivity(
                LocalDate.parse("2026-11-19"), null, null, LocalDate.parse("2026-11-18"), null));
  }

  @Test
  void findsColumnsByNameWhereverTheyAre() {
    ActiveUserReport.Summary summary =
        read(
            "Teams Last Activity Date,Brand New Column,user principal name,Yammer Last Activity"
                + " Date,Report Refresh Date,OneDrive Last Activity Date,SharePoint Last Activity"
                + " Date,Exchange Last Activity Date\r\n"
                + "2026-11-01,\"a, \"\"quoted\"\" field\",A@Contoso.Example,,2026-11-20,,,\r\n");

    assertThat(summary.missingColumns()).isEmpty();
    assertThat(rows.get(0).upnKey()).isEqualTo("a@contoso.example");
    assertThat(activity().teams()).isEqualTo("2026-11-01");
  }

  @Test
  void namesTheColumnsThatAreMissing() {
    ActiveUserReport.Summary summary =
        read("User Principal Name,Exchange Last Activity Date\na@contoso.example,2026-11-01\n");

    assertThat(summary.missingColumns())
        .containsExactly(
            "OneDrive Last Activity Date",
            "SharePoint Last Activity Date",
            "Teams Last Activity Date",
            "Yammer Last Activity Date",
            "Report Refresh Date");
    assertThat(summary.asOf()).isNull();
  }

  @Test
  void keepsTheNewestDay() {
    String older = ROW.replace("2026-11-20", "2026-11-01");

    assertThat(read(SampleGraph.HEADER + older + ROW + older).asOf()).isEqualTo("2026-11-20");
  }

  @Test
  void leavesOutDeletedAccounts() {
    read(SampleGraph.HEADER + ROW.replace("False", "True") + ROW.replace("False", "no"));

    assertThat(rows).hasSize(1);
  }

  @Test
  void recognizesConcealedNames() {
    String concealed = ROW.replace("a@contoso.example", "0123456789ABCDEF0123456789abcdef");

    assertThat(read(SampleGraph.HEADER + concealed.repeat(10)).concealed()).isTrue();
    assertThat(read(SampleGraph.HEADER + concealed.repeat(91) + ROW.repeat(9)).concealed())
        .isTrue();
    assertThat(read(SampleGraph.HEADER + concealed.repeat(90) + ROW.repeat(10)).concealed())
        .isFalse();
    assertThat(rows).hasSize(19);
  }

  @Test
  void emptyReportIsNotConcealed() {
    ActiveUserReport.Summary summary = read(SampleGraph.HEADER);

    assertThat(summary.rows()).isZero();
    assertThat(summary.concealed()).isFalse();
  }

  @Test
  void toleratesShortAndLongRowsAndBadDates() {
    ActiveUserReport.Summary summary =
        read(
            SampleGraph.HEADER
                + "2026-11-20,a@contoso.example\n"
                + "2026-11-20,b@contoso.example,False,soon,,,,2026-11-18,extra,extra\n"
                + "2026-11-20,,False,,,,,\n");

    assertThat(rows).hasSize(2);
    assertThat(summary.warnings()).isEqualTo(2);
  }

  @Test
  void handsOverAThousandRowsAtATime() {
    List<Integer> sizes = new ArrayList<>();

    ActiveUserReport.read(
        new ByteArrayInputStream(
            (SampleGraph.HEADER + ROW.repeat(2_500)).getBytes(StandardCharsets.UTF_8)),
        batch -> sizes.add(batch.size()));

    assertThat(sizes).containsExactly(1_000, 1_000, 500);
  }

  @Test
  void refusesWhatIsNoReport() {
    assertThatThrownBy(() -> read("")).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> read("<html>Sign in</html>")).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> read(SampleGraph.HEADER + "2026-11-20,\"" + "x".repeat(1 << 20)))
        .isInstanceOf(Unreadable.class)
        .hasNoCause();
  }
}
