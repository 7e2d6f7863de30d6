package ai.chronom.m365.license;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A CSV file that somebody uploads: UTF-8, its first line names the columns, in any case and order.
 */
public final class CsvTable {
  /** So many errors are told; who has more has another kind of file. */
  public static final int MAX_ERRORS = 50;

  private final Map<String, Integer> columns;
  private final List<Line> lines;

  private CsvTable(Map<String, Integer> columns, List<Line> lines) {
    this.columns = columns;
    this.lines = lines;
  }

  /** One line with its number in the file. */
  public final class Line {
    private final CsvRecord fields;

    private Line(CsvRecord fields) {
      this.fields = fields;
    }

    /** Of the first of these columns that the file has; empty when the line lacks it. */
    public String get(String... names) {
      return Arrays.stream(names)
          .map(name -> columns.get(key(name)))
          .filter(place -> place != null && place < fields.getFieldCount())
          .map(place -> fields.getField(place).strip())
          .findFirst()
          .orElse("");
    }

    /** How an error names the place. */
    public String at(String field) {
      return "line " + fields.getStartingLineNumber() + ": " + field;
    }
  }

  /** Throws a {@link Problem} when it is no table, or larger than these. */
  public static CsvTable read(InputStream file, int mebibytes, int mostLines) {
    Map<String, Integer> columns = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    CsvTable table = new CsvTable(columns, lines);
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(CsvUpload.text(file, mebibytes))) {
      for (CsvRecord row : reader) {
        if (columns.isEmpty()) {
          table.header(row);
        } else if (!row.getFields().stream().allMatch(String::isBlank)) {
          lines.add(table.new Line(row));
        }
        if (lines.size() > mostLines) {
          throw new Problem(ProblemKind.TOO_LARGE, "At most " + mostLines + " lines expected.");
        }
      }
    } catch (CsvParseException e) {
      // Its message quotes the file, which nobody checked.
      throw Problem.invalid("file", "CSV expected, with one record per line.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (lines.isEmpty()) {
      throw Problem.invalid("file", "A line of column names and at least one more line expected.");
    }
    return table;
  }

  private void header(CsvRecord row) {
    for (int i = 0; i < row.getFieldCount(); i++) {
      columns.putIfAbsent(key(row.getField(i)), i);
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether one of these columns is there. */
  public boolean has(String... names) {
    return Arrays.stream(names).anyMatch(name -> columns.containsKey(key(name)));
  }

  /** Throws a {@link Problem} that names every column that is not there. */
  public void require(String... names) {
    List<FieldError> missing =
        Arrays.stream(names)
            .filter(name -> !has(name))
            .map(name -> new FieldError("file", "The column " + name + " is missing."))
            .toList();
    if (!missing.isEmpty()) {
      throw Problem.invalid(missing);
    }
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Throws a {@link Problem} with the first of them unless there are none. */
  public static void requireNone(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.subList(0, Math.min(MAX_ERRORS, errors.size())));
    }
  }
}
