package ai.chronom.m365.report.web;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.TrendPoint;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.report.Notes;
import ai.chronom.m365.report.Savings;
import ai.chronom.m365.report.SpendingPath;
import ai.chronom.m365.report.TaggedPaper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ManagementReportTest {
  private static byte[] report(String name) {
    return report(name, 0);
  }

  /** With so many scans behind it, a week apart. */
  private static byte[] report(String name, int scans) {
    SampleTenant tenant = SampleTenant.of().product(SampleTenant.sku(E5, 20, 10)).signInsUnknown();
    tenant.and(SampleUser.named("ann").idle(200).with(E3));
    Evaluation evaluation = tenant.evaluate().evaluation();
    Savings savings =
        new Savings(
            evaluation.currency(),
            evaluation.monthly(),
            evaluation.monthly().times(12),
            evaluation.review(),
            List.of(new Savings.ByRule(null, name, Money.of("480.00", "USD"))),
            List.of(new Savings.BySku(E5, "Microsoft 365 E5", Money.of("480.00", "USD"))),
            evaluation.dated(),
            SpendingPath.of(evaluation),
            evaluation.takenAt());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TaggedPaper paper = new TaggedPaper(name, name)) {
      new ManagementReport(
              evaluation,
              savings,
              new ReportTrend(trend(scans)),
              Notes.of(evaluation, Optional.of(tenant.snapshot())),
              Instant.parse("2026-11-23T14:05:00Z"))
          .write(name, paper);
      paper.writeTo(out);
    }
    return out.toByteArray();
  }

  private static List<TrendPoint> trend(int scans) {
    return IntStream.range(0, scans)
        .mapToObj(
            scan ->
                new TrendPoint(
                    Instant.parse("2026-11-23T06:00:00Z")
                        .minus(Duration.ofDays(7L * (scans - scan))),
                    Money.of(String.valueOf(900 - 10 * scan), "USD"),
                    Money.of("0", "USD"),
                    scan == 0 ? null : Money.of("4000", "USD"),
                    Money.of(String.valueOf(5 * scan), "USD"),
                    40))
        .toList();
  }

  @Test
  void drawsTheTrendFromTheSecondScanOn() throws IOException {
    try (PDDocument none = Loader.loadPDF(report("Contoso", 1));
        PDDocument some = Loader.loadPDF(report("Contoso", 30))) {
      assertThat(new PDFTextStripper().getText(none)).doesNotContain("From scan to scan");
      assertThat(new PDFTextStripper().getText(some))
          .contains("From scan to scan")
          .contains("From USD 900 possible on 27 Apr 2026 to USD 610 on 16 Nov 2026")
          .contains("The newest 24 of 30 scans:")
          .containsSubsequence("16 Nov 2026, 06:00", "610.00", "145.00", "4,000.00");
    }
  }

  @Test
  void saysTheMoneyItsDateAndWhatWasNotSeen() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(report("Contoso"))) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains("USD 480 can be saved per month, USD 5,760 per year")
          .contains("23 Nov 2026, 14:05 UTC")
          .contains("23 Nov 2026, 06:00 UTC")
          .contains("What was not evaluated in full")
          .contains("R04 ")
          .contains("Bought licenses")
          .contains("1 / " + pdf.getNumberOfPages());
    }
  }

  @Test
  void tellsAssistiveTechnologyWhatIsWhat() throws IOException {
    byte[] file = report("Contoso & <Söhne>");
    try (PDDocument pdf = Loader.loadPDF(file)) {
      var catalog = pdf.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("en-US");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Contoso & <Söhne>");
      assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
          .contains("Contoso &amp; &lt;Söhne&gt;");
      assertThat(catalog.getStructureTreeRoot().getKids()).hasSize(1);
      assertThat(catalog.getStructureTreeRoot().getParentTree().getNumbers())
          .hasSize(pdf.getNumberOfPages());
      for (var page : pdf.getPages()) {
        assertThat(page.getResources().getFontNames()).isNotEmpty();
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void writesWhatItsFontLacksAsAMark() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(report("Zoë 株式会社 😀\u0007" + "x".repeat(400)))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Zoë").contains("????");
    }
  }
}
