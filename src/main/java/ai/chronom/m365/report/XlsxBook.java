package ai.chronom.m365.report;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook whose rows leave memory as they come. Texts are stored as texts, so a spreadsheet
 * never calculates them; what does not fit on one sheet goes on on the next.
 */
final class XlsxBook implements SheetOut {
  /** A sheet of a spreadsheet has 1,048,576 rows. */
  static final int SHEET_ROWS = 1_000_000;

  private static final int FLUSH_ROWS = 500;
  private static final int TEXT_MAX_CHARS = 32_767;
  private static final int COLUMN_WIDTH = 20;

  private final Workbook book;
  private final String name;
  private final List<List<Object>> notes;
  private final int sheetRows;
  private List<String> names = List.of();
  private @Nullable Worksheet sheet;
  private int sheets;
  private int rows;

  /**
   * @param notes rows of a last sheet: what must be known about the others
   */
  XlsxBook(OutputStream out, String name, List<List<Object>> notes) {
    this(out, name, notes, SHEET_ROWS);
  }

  /**
   * @param sheetRows after so many the next sheet begins
   */
  XlsxBook(OutputStream out, String name, List<List<Object>> notes, int sheetRows) {
    this.book = new Workbook(new Unclosed(out), "Chronom", "1.0");
    this.name = name;
    this.notes = List.copyOf(notes);
    this.sheetRows = sheetRows;
  }

  @Override
  public void header(List<String> columns) {
    names = List.copyOf(columns);
    begin(sheets == 0 ? name : name + " " + (sheets + 1));
  }

  private void begin(String title) {
    finish();
    Worksheet fresh = book.newWorksheet(title);
    for (int column = 0; column < names.size(); column++) {
      fresh.width(column, COLUMN_WIDTH);
      fresh.inlineString(0, column, names.get(column));
      fresh.style(0, column).bold().set();
    }
    fresh.freezePane(0, 1);
    sheet = fresh;
    sheets++;
    rows = 1;
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    if (sheet == null || rows >= sheetRows) {
      header(names);
    }
    Worksheet open = sheet;
    if (open == null) {
      throw new IllegalStateException("a sheet begins with its header");
    }
    for (int column = 0; column < cells.size(); column++) {
      cell(open, rows, column, cells.get(column));
    }
    rows++;
    if (rows % FLUSH_ROWS == 0) {
      flush(open);
    }
  }

  private static void cell(Worksheet open, int row, int column, @Nullable Object value) {
    if (value instanceof Number number) {
      open.value(row, column, number);
    } else if (value instanceof LocalDate day) {
      open.value(row, column, day);
      open.style(row, column).format("yyyy-mm-dd").set();
    } else {
      String text = bearable(Cells.of(value));
      if (!text.isEmpty()) {
        open.inlineString(row, column, text);
      }
    }
  }

  /** What XML cannot carry is left out, and what a cell cannot hold is cut. */
  private static String bearable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= ' ' && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF)
        .forEach(kept::appendCodePoint);
    return kept.length() <= TEXT_MAX_CHARS ? kept.toString() : kept.substring(0, TEXT_MAX_CHARS);
  }

  private static void flush(Worksheet open) {
    try {
      open.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish() {
    if (sheet != null) {
      try {
        sheet.finish();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void end() {
    names = List.of("About this report", "", "");
    begin("About");
    notes.forEach(this::row);
    finish();
    try {
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stream belongs to the caller. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
