package ai.chronom.m365.scan;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the row that a usage report is at, by column name in any case. What is malformed
 * counts as a warning and gives nothing.
 */
final class ReportFields {
  private static final String LAST_ACTIVITY = "last activity date";

  /** More than Microsoft has bytes; a few of them still add up. */
  private static final long NUMBER_MAX = 1L << 58;

  private final Map<String, Integer> columns = new HashMap<>();
  private @Nullable CsvRecord row;
  private long warnings;

  void header(CsvRecord header) {
    for (int i = 0; i < header.getFieldCount(); i++) {
      columns.putIfAbsent(key(header.getField(i)), i);
    }
  }

  void at(CsvRecord next) {
    row = next;
  }

  boolean has(String column) {
    return columns.containsKey(key(column));
  }

  /** Empty when there is no such column or the row ends before it. */
  String text(String column) {
    return text(columns.get(key(column)));
  }

  private String text(@Nullable Integer at) {
    return row == null || at == null || at >= row.getFieldCount() ? "" : row.getField(at).strip();
  }

  /** Null when there is none; fit to store. */
  @Nullable String text(String column, int maxChars) {
    String text = text(column);
    return text.isEmpty() ? null : GraphText.clean(text, maxChars);
  }

  @Nullable LocalDate day(String column) {
    return day(columns.get(key(column)));
  }

  private @Nullable LocalDate day(@Nullable Integer at) {
    String text = text(at);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      warn();
      return null;
    }
  }

  /** The newest of all columns that say when somebody was last active, whatever their apps. */
  @Nullable LocalDate newestActivity() {
    LocalDate newest = null;
    for (Map.Entry<String, Integer> column : columns.entrySet()) {
      LocalDate day = column.getKey().endsWith(LAST_ACTIVITY) ? day(column.getValue()) : null;
      if (day != null && (newest == null || day.isAfter(newest))) {
        newest = day;
      }
    }
    return newest;
  }

  /** A whole number, not negative. */
  @Nullable Long number(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= NUMBER_MAX) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Counted below like any other malformed value.
    }
    warn();
    return null;
  }

  /** The sum of what is said; null when none of the columns says a number. */
  @Nullable Long sum(String... names) {
    Long sum = null;
    for (String name : names) {
      Long number = number(name);
      if (number != null) {
        sum = sum == null ? number : Long.valueOf(sum + number);
      }
    }
    return sum;
  }

  /** Microsoft does not document how reports spell it. */
  @Nullable Boolean flag(String column) {
    return switch (text(column).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> Boolean.TRUE;
      case "false", "no", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  boolean yes(String column) {
    return Boolean.TRUE.equals(flag(column));
  }

  void warn() {
    warnings++;
  }

  long warnings() {
    return warnings;
  }

  private static String key(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }
}
