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
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the CSV of a usage report as a stream, by the names of its columns: Microsoft adds and
 * moves columns. Rows of deleted accounts, and rows whose key is a digest, can't be joined with
 * anything and are counted only.
 */
final class UsageReport<T> {
  static final String REFRESH_DATE = "Report Refresh Date";
  static final String PRINCIPAL_NAME = "User Principal Name";
  private static final String DELETED = "Is Deleted";
  private static final int BATCH_ROWS = 1_000;
  private static final int FIELD_MAX_CHARS = 64 * 1024;
  private static final int KEY_MAX_CHARS = 320;
  private static final Pattern DIGEST = Pattern.compile("[0-9A-Fa-f]{32}");
  private static final double CONCEALED_SHARE = 0.9;

  private final Format<T> format;
  private final ReportFields fields = new ReportFields();
  private final List<Named<T>> batch = new ArrayList<>(BATCH_ROWS);
  private final Consumer<List<Named<T>>> onBatch;
  private long rows;
  private long named;
  private long concealed;
  private @Nullable LocalDate asOf;

  private UsageReport(Format<T> format, Consumer<List<Named<T>>> onBatch) {
    this.format = format;
    this.onBatch = onBatch;
  }

  /**
   * How one report is read.
   *
   * @param key column that says whom or what a row is about
   * @param name column that Microsoft conceals; often the same
   * @param columns that we read and miss when they are not there
   */
  record Format<T>(
      String key, String name, List<String> columns, Function<ReportFields, T> reader) {
    Format {
      columns = List.copyOf(columns);
    }

    /** A report about accounts, by principal name. */
    static <T> Format<T> ofUsers(List<String> columns, Function<ReportFields, T> reader) {
      return new Format<>(PRINCIPAL_NAME, PRINCIPAL_NAME, columns, reader);
    }
  }

  /**
   * One row.
   *
   * @param key in lower case
   */
  record Named<T>(String key, T value) {}

  /**
   * What a report says as a whole.
   *
   * @param rows without its header
   * @param digests names that are none
   * @param concealed whether nearly all names are digests, which Microsoft makes the default
   * @param missingColumns of those we read
   * @param asOf the newest day it speaks of; null when it says none
   */
  record Summary(
      long rows,
      long digests,
      boolean concealed,
      List<String> missingColumns,
      @Nullable LocalDate asOf,
      long warnings) {
    Summary {
      missingColumns = List.copyOf(missingColumns);
    }
  }

  /** Hands over a thousand rows at a time; throws {@link Unreadable}. Closes the stream. */
  static <T> Summary read(InputStream csv, Format<T> format, Consumer<List<Named<T>>> onBatch) {
    UsageReport<T> report = new UsageReport<>(format, onBatch);
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
      fields.header(records.next());
    }
    if (!fields.has(format.key())) {
      throw new Unreadable("The usage report has no column " + format.key() + ".");
    }
    while (records.hasNext()) {
      fields.at(records.next());
      row();
    }
    flush();
    return new Summary(
        rows,
        concealed,
        concealed > named * CONCEALED_SHARE && concealed > 0,
        missing(),
        asOf,
        fields.warnings());
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>(format.columns());
    missing.add(REFRESH_DATE);
    missing.removeIf(fields::has);
    return missing;
  }

  private void row() {
    rows++;
    LocalDate refreshed = fields.day(REFRESH_DATE);
    if (refreshed != null && (asOf == null || refreshed.isAfter(asOf))) {
      asOf = refreshed;
    }
    countName(fields.text(format.name()));
    String key = fields.text(format.key());
    if (key.isEmpty()) {
      fields.warn();
    } else if (!isDigest(key) && !Boolean.TRUE.equals(fields.flag(DELETED))) {
      add(key);
    }
  }

  private void countName(String name) {
    if (!name.isEmpty()) {
      named++;
      concealed += isDigest(name) ? 1 : 0;
    }
  }

  private static boolean isDigest(String name) {
    return DIGEST.matcher(name).matches();
  }

  private void add(String name) {
    String key = UserWriter.upnKey(GraphText.clean(name, KEY_MAX_CHARS));
    batch.add(new Named<>(GraphText.cut(key, KEY_MAX_CHARS), format.reader().apply(fields)));
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
}
