package ai.chronom.m365.scan;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the CSV of Graph's {@code getOffice365ActiveUserDetail} as a stream, by the names of its
 * columns: Microsoft adds and moves columns. Rows of deleted accounts and rows whose principal name
 * is concealed can't be joined with an account and are counted only.
 */
final class ActiveUserReport {
  static final String PRINCIPAL_NAME = "User Principal Name";
  static final String REFRESH_DATE = "Report Refresh Date";
  static final List<String> ACTIVITY_COLUMNS =
      List.of(
          "Exchange Last Activity Date",
          "OneDrive Last Activity Date",
          "SharePoint Last Activity Date",
          "Teams Last Activity Date",
          "Yammer Last Activity Date");
  private static final String DELETED = "Is Deleted";
  private static final int BATCH_ROWS = 1_000;
  private static final int FIELD_MAX_CHARS = 64 * 1024;
  private static final Pattern DIGEST = Pattern.compile("[0-9A-Fa-f]{32}");
  private static final double CONCEALED_SHARE = 0.9;

  private final Map<String, Integer> columns = new HashMap<>();
  private final List<SnapshotWriter.ActivityRow> batch = new ArrayList<>(BATCH_ROWS);
  private final Consumer<List<SnapshotWriter.ActivityRow>> onBatch;
  private long rows;
  private long named;
  private long concealed;
  private long warnings;
  private @Nullable LocalDate asOf;

  private ActiveUserReport(Consumer<List<SnapshotWriter.ActivityRow>> onBatch) {
    this.onBatch = onBatch;
  }

  /**
   * What a report says as a whole.
   *
   * @param rows without its header
   * @param concealed whether names are digests, which Microsoft makes the default
   * @param missingColumns of those we read
   * @param asOf the newest day it speaks of; null when it says none
   */
  record Summary(
      long rows,
      boolean concealed,
      List<String> missingColumns,
      @Nullable LocalDate asOf,
      long warnings) {
    Summary {
      missingColumns = List.copyOf(missingColumns);
    }
  }

  /** Hands over a thousand rows at a time; throws {@link Unreadable}. Closes the stream. */
  static Summary read(InputStream csv, Consumer<List<SnapshotWriter.ActivityRow>> onBatch) {
    ActiveUserReport report = new ActiveUserReport(onBatch);
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(FIELD_MAX_CHARS)
            .ofCsvRecord(csv, StandardCharsets.UTF_8)) {
      return report.readAll(records.iterator());
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      // Without its cause: a parser quotes what it reads.
      throw new Unreadable("The usage report ended early or is not CSV.");
    }
  }

  private Summary readAll(Iterator<CsvRecord> records) {
    if (records.hasNext()) {
      header(records.next());
    }
    if (!columns.containsKey(key(PRINCIPAL_NAME))) {
      throw new Unreadable("The usage report has no column " + PRINCIPAL_NAME + ".");
    }
    while (records.hasNext()) {
      row(records.next());
    }
    flush();
    return new Summary(
        rows, concealed > named * CONCEALED_SHARE && concealed > 0, missing(), asOf, warnings);
  }

  private void header(CsvRecord header) {
    for (int i = 0; i < header.getFieldCount(); i++) {
      columns.putIfAbsent(key(header.getField(i)), i);
    }
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (String column : ACTIVITY_COLUMNS) {
      if (!columns.containsKey(key(column))) {
        missing.add(column);
      }
    }
    if (!columns.containsKey(key(REFRESH_DATE))) {
      missing.add(REFRESH_DATE);
    }
    return missing;
  }

  private void row(CsvRecord row) {
    rows++;
    LocalDate refreshed = day(row, REFRESH_DATE);
    if (refreshed != null && (asOf == null || refreshed.isAfter(asOf))) {
      asOf = refreshed;
    }
    String name = field(row, PRINCIPAL_NAME);
    if (name.isEmpty()) {
      warnings++;
      return;
    }
    named++;
    if (DIGEST.matcher(name).matches()) {
      concealed++;
    } else if (!deleted(field(row, DELETED))) {
      add(name, row);
    }
  }

  private static boolean deleted(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      default -> false;
    };
  }

  private void add(String name, CsvRecord row) {
    String key = UserWriter.upnKey(GraphText.clean(name, 320));
    batch.add(
        new SnapshotWriter.ActivityRow(
            GraphText.cut(key, 320),
            new ServiceActivity(
                day(row, ACTIVITY_COLUMNS.get(0)),
                day(row, ACTIVITY_COLUMNS.get(1)),
                day(row, ACTIVITY_COLUMNS.get(2)),
                day(row, ACTIVITY_COLUMNS.get(3)),
                day(row, ACTIVITY_COLUMNS.get(4)))));
    if (batch.size() == BATCH_ROWS) {
      flush();
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      onBatch.accept(List.copyOf(batch));
      batch.clear();
    }
  }

  private @Nullable LocalDate day(CsvRecord row, String column) {
    String text = field(row, column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      warnings++;
      return null;
    }
  }

  /** Empty when the row ends before that column. */
  private String field(CsvRecord row, String column) {
    Integer at = columns.get(key(column));
    return at == null || at >= row.getFieldCount() ? "" : row.getField(at).strip();
  }

  private static String key(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }
}
