package ai.chronom.m365.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that a spreadsheet opens as text (RFC 4180, UTF-8). A text that a spreadsheet could
 * take for a formula gets an apostrophe in front: names come from the tenant.
 */
final class SafeCsv implements SheetOut {
  /** Also the full-width forms, which some spreadsheets read as the plain ones. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  private final CsvWriter csv;

  /**
   * @param byteOrderMark some spreadsheets take the file for another encoding without it
   */
  SafeCsv(OutputStream out, boolean byteOrderMark) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (byteOrderMark) {
      writer.write('\uFEFF');
    }
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.REQUIRED)
            .build(writer);
  }

  @Override
  public void header(List<String> names) {
    csv.writeRecord(names);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    csv.writeRecord(cells.stream().map(SafeCsv::cell).toList());
  }

  /** A number is no formula, even when it is negative. */
  private static String cell(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Number number ? number.toString() : harmless(Cells.of(value));
  }

  static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void end() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
