package ai.chronom.m365.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as a spreadsheet would unpack them. */
class XlsxBookTest {
  @TempDir Path directory;

  private Map<String, String> parts(byte[] file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    Path path = Files.write(directory.resolve("book.xlsx"), file);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        try (InputStream content = zip.getInputStream(part)) {
          parts.put(part.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return parts;
  }

  private Map<String, String> book(int sheetRows, int rows, Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxBook book =
        new XlsxBook(out, "findings", List.of(List.of("As of", "2026-11-23")), sheetRows);
    book.header(List.of("one", "two"));
    for (int row = 0; row < rows; row++) {
      book.row(Arrays.asList(cells));
    }
    book.end();
    return parts(out.toByteArray());
  }

  @Test
  void aTextThatLooksLikeAFormulaStaysAText() throws IOException {
    String sheet = book(100, 1, "=cmd|' /C calc'!A0", "@SUM(A1)").get("xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("t=\"inlineStr\"").contains("=cmd|").doesNotContain("<f>");
  }

  @Test
  void numbersAndDaysAreNumbers() throws IOException {
    String sheet =
        book(100, 1, new BigDecimal("-12.50"), LocalDate.parse("2026-11-23"))
            .get("xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("<v>-12.50</v>").contains("<v>46349");
  }

  @Test
  void whatXmlCannotCarryIsLeftOut() throws IOException {
    String sheet =
        book(100, 1, "a\0b\u0007c\uFFFE<i>&\uD800", "株式会社 😀").get("xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("abc&lt;i&gt;&amp;").contains("&#x682a;&#x5f0f;");
  }

  @Test
  void moreRowsThanASheetHoldsGoOnOnTheNext() throws IOException {
    Map<String, String> parts = book(4, 7, "x", 1);
    assertThat(parts.get("xl/workbook.xml"))
        .contains("name=\"findings\"")
        .contains("name=\"findings 2\"")
        .contains("name=\"findings 3\"")
        .contains("name=\"About\"");
    assertThat(parts.get("xl/worksheets/sheet3.xml").split("<row", -1)).hasSize(3);
    assertThat(parts.get("xl/worksheets/sheet4.xml")).contains("2026-11-23");
  }

  @Test
  void aCellHoldsNoMoreThanASpreadsheetReads() throws IOException {
    String sheet = book(100, 1, "x".repeat(40_000), "").get("xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("x".repeat(32_767)).doesNotContain("x".repeat(32_768));
  }
}
