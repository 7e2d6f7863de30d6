package ai.chronom.m365.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A CSV file that a spreadsheet opens as text (RFC 4180, UTF-8 with byte order mark). A cell that a
 * spreadsheet could take for a formula gets an apostrophe in front: names come from the tenant.
 */
final class SafeCsv implements AutoCloseable {
  /** Also the full-width forms, which some spreadsheets read as the plain ones. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  private final CsvWriter csv;

  SafeCsv(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.REQUIRED)
            .build(writer);
  }

  void row(List<String> cells) {
    csv.writeRecord(cells.stream().map(SafeCsv::harmless).toList());
  }

  static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** Sends the rest; the stream stays open, it belongs to the caller. */
  @Override
  public void close() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
