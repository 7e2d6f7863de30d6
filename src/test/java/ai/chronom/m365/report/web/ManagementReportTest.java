package ai.chronom.m365.report.web;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Evaluation;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.report.Notes;
import ai.chronom.m365.report.Savings;
import ai.chronom.m365.report.SpendingPath;
import ai.chronom.m365.report.TaggedPaper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ManagementReportTest {
  private static byte[] report(String name) {
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
              Notes.of(evaluation, Optional.of(tenant.snapshot())),
              Instant.parse("2026-11-23T14:05:00Z"))
          .write(name, paper);
      paper.writeTo(out);
    }
    return out.toByteArray();
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
