package ai.chronom.m365.scan;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Whatever a usage report holds, it is read or refused. */
class ReportFuzzTest {
  private static final UsageReport.Format<Object> FORMAT =
      UsageReport.Format.ofUsers(
          List.of("Exchange Last Activity Date", "Item Count", "Has Archive"),
          row ->
              List.of(
                  String.valueOf(row.day("Exchange Last Activity Date")),
                  String.valueOf(row.number("Item Count")),
                  String.valueOf(row.flag("Has Archive"))));

  @FuzzTest(maxDuration = "3m")
  void anyReportIsReadOrRefused(byte[] csv) {
    try {
      UsageReport.read(
          new ByteArrayInputStream(csv), FORMAT, rows -> rows.forEach(ReportFuzzTest::requireFit));
    } catch (Unreadable refused) {
      // The only way to say no.
      return;
    }
  }

  private static void requireFit(UsageReport.Named<Object> row) {
    if (row.key().length() > 320 || row.key().indexOf(0) >= 0) {
      throw new IllegalStateException("a key that cannot be stored");
    }
  }
}
