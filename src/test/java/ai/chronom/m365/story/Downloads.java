package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reports as a client gets them: whole, of the right type, as files. */
final class Downloads {
  private static final List<String> SHEETS =
      List.of("findings", "licenses", "users", "renewals", "costs");
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RunningServer server;
  private final String reports;

  Downloads(RunningServer server, String tenant) {
    this.server = server;
    this.reports = "/api/v1" + tenant + "/reports/";
  }

  void everySheetIsWhole() {
    for (String sheet : SHEETS) {
      String csv = new String(get(sheet + ".csv", "text/csv"), StandardCharsets.UTF_8);
      assertThat(csv.lines().count()).as(sheet).isGreaterThan(2);
      assertThat(csv.lines()).as(sheet).noneMatch(line -> line.startsWith("="));
      assertThat(entries(get(sheet + ".xlsx", XLSX)))
          .as(sheet)
          .contains("xl/workbook.xml", "xl/worksheets/sheet1.xml");
    }
  }

  /** The words of the management report, which is kept for eyes beside the screenshots. */
  String managementReport() {
    byte[] file = get("management.pdf", "application/pdf");
    try (PDDocument pdf = Loader.loadPDF(file)) {
      Path kept = Files.createDirectories(Path.of("target", "screenshots"));
      Files.write(kept.resolve("management.pdf"), file);
      return new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] get(String name, String mediaType) {
    HttpResponse<byte[]> answer = server.get(reports + name, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(name).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as(name)
        .startsWith(mediaType);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"" + name + "\"");
    return answer.body();
  }

  /** As spreadsheets read it: from its table of contents at the end. */
  private static List<String> entries(byte[] file) {
    try {
      Path kept = Files.write(Files.createTempFile("report", ".xlsx"), file);
      try (ZipFile zip = new ZipFile(kept.toFile())) {
        return zip.stream().map(ZipEntry::getName).toList();
      } finally {
        Files.delete(kept);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
