package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CSV of a usage report in the shapes Microsoft gives it. */
class UsageReportTest {
  private static final String ROW = "2026-11-20,a@contoso.example,False,2026-11-19,,,,2026-11-18\n";

  private static final UsageReport.Format<ServiceActivity> FORMAT =
      UsageReport.Format.ofUsers(
          List.of(
              "Exchange Last Activity Date",
              "OneDrive Last Activity Date",
              "SharePoint Last Activity Date",
              "Teams Last Activity Date",
              "Yammer Last Activity Date"),
          row ->
              new ServiceActivity(
                  row.day("Exchange Last Activity Date"),
                  row.day("OneDrive Last Activity Date"),
                  row.day("SharePoint Last Activity Date"),
                  row.day("Teams Last Activity Date"),
                  row.day("Yammer Last Activity Date")));

  private final List<UsageReport.Named<ServiceActivity>> rows = new ArrayList<>();

  private UsageReport.Summary read(String csv) {
    return UsageReport.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), FORMAT, rows::addAll);
  }

  private ServiceActivity activity() {
    return rows.get(0).value();
  }

  @Test
  void readsBehindTheByteOrderMark() {
    UsageReport.Summary summary = read("\uFEFF" + SampleGraph.HEADER + ROW);

    assertThat(summary)
        .isEqualTo(
            new UsageReport.Summary(1, 0, false, List.of(), LocalDate.parse("2026-11-20"), 0));
    assertThat(activity())
        .isEqualTo(
            new ServiceActivity(
                LocalDate.parse("2026-11-19"), null, null, LocalDate.parse("2026-11-18"), null));
  }

  @Test
  void findsColumnsByNameWhereverTheyAre() {
    UsageReport.Summary summary =
        read(
            "Teams Last Activity Date,Brand New Column,user principal name,Yammer Last Activity"
                + " Date,Report Refresh Date,OneDrive Last Activity Date,SharePoint Last Activity"
                + " Date,Exchange Last Activity Date\r\n"
                + "2026-11-01,\"a, \"\"quoted\"\" field\",A@Contoso.Example,,2026-11-20,,,\r\n");

    assertThat(summary.missingColumns()).isEmpty();
    assertThat(rows.get(0).key()).isEqualTo("a@contoso.example");
    assertThat(activity().teams()).isEqualTo("2026-11-01");
  }

  @Test
  void namesTheColumnsThatAreMissing() {
    UsageReport.Summary summary =
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
    UsageReport.Summary summary = read(SampleGraph.HEADER);

    assertThat(summary.rows()).isZero();
    assertThat(summary.concealed()).isFalse();
  }

  @Test
  void toleratesShortAndLongRowsAndBadDates() {
    UsageReport.Summary summary =
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

    UsageReport.read(
        new ByteArrayInputStream(
            (SampleGraph.HEADER + ROW.repeat(2_500)).getBytes(StandardCharsets.UTF_8)),
        FORMAT,
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
