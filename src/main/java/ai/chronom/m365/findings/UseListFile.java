package ai.chronom.m365.findings;

import ai.chronom.m365.license.CsvTable;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user table of Visio's or Project's activity report in the Microsoft 365 admin center, or a
 * list of who used Power BI when. When one line is wrong nothing of it counts.
 */
public final class UseListFile {
  static final int MAX_MEBIBYTES = 8;
  static final int MAX_LINES = 50_000;
  private static final String[] NAME = {"User name", "User principal name", "UserPrincipalName"};
  private static final String LAST = "Last activity date";
  private static final String[] REFRESHED = {"Report refresh date"};
  private static final Pattern PRINCIPAL = Pattern.compile("[^\\s@]{1,200}@[^\\s@]{1,100}");
  private static final Set<String> NO = Set.of("", "no", "false", "0", "n");
  private static final Set<String> YES = Set.of("yes", "true", "y");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final int DAY_CHARS = 10;

  private final UsedProduct product;
  private final LocalDate today;
  private final List<FieldError> errors = new ArrayList<>();
  private final Map<String, ProductUse> people = new HashMap<>();
  private @Nullable LocalDate refreshed;

  private UseListFile(UsedProduct product, LocalDate today) {
    this.product = product;
    this.today = today;
  }

  /**
   * Throws a {@link Problem} that names lines and columns.
   *
   * @param asOf the last day it covers, unless the file says it; today when neither does
   */
  public static UseList read(
      InputStream file, UsedProduct product, int days, @Nullable LocalDate asOf, LocalDate today) {
    CsvTable table = CsvTable.read(file, MAX_MEBIBYTES, MAX_LINES);
    requireColumns(table, product);
    UseListFile list = new UseListFile(product, today);
    table.lines().forEach(list::take);
    CsvTable.requireNone(list.errors);
    LocalDate told = list.refreshed == null ? asOf : list.refreshed;
    return new UseList(told == null ? today : told, days, list.people);
  }

  private static void requireColumns(CsvTable table, UsedProduct product) {
    if (!table.has(NAME)) {
      throw Problem.invalid("file", "The column User name is missing.");
    }
    table.require(LAST);
    switch (product) {
      case VISIO -> table.require("Desktop", "Web");
      case PROJECT -> table.require("Projects visited (Desktop)", "Projects visited (Web)");
      case POWER_BI -> {}
    }
  }

  private void take(CsvTable.Line line) {
    String name = line.get(NAME).toLowerCase(Locale.ROOT);
    if (!PRINCIPAL.matcher(name).matches()) {
      wrong(
          line,
          "User name",
          "A user principal name expected. Where names are concealed, let the admin center's"
              + " reports show them first.");
    }
    LocalDate last = day(line, LAST);
    LocalDate seen = day(line, REFRESHED[0]);
    if (seen != null && (refreshed == null || seen.isAfter(refreshed))) {
      refreshed = seen;
    }
    if (people.put(name, use(line, last)) != null) {
      wrong(line, "User name", "The same person again.");
    }
  }

  private ProductUse use(CsvTable.Line line, @Nullable LocalDate last) {
    return switch (product) {
      case VISIO -> new ProductUse(last, flag(line, "Desktop"), flag(line, "Web"));
      // What the report calls other may have been either; the larger plan is needed for one.
      case PROJECT ->
          new ProductUse(
              last,
              flag(line, "Projects visited (Desktop)") | flag(line, "Other"),
              flag(line, "Projects visited (Web)")
                  | flag(line, "Tasks created (Web)")
                  | flag(line, "Tasks edited (Web)"));
      case POWER_BI -> new ProductUse(last, false, last != null);
    };
  }

  private boolean flag(CsvTable.Line line, String column) {
    String text = line.get(column).toLowerCase(Locale.ROOT);
    if (NO.contains(text)) {
      return false;
    }
    if (!YES.contains(text) && !COUNT.matcher(text).matches()) {
      wrong(line, column, "Yes, no or a number expected.");
    }
    return true;
  }

  private @Nullable LocalDate day(CsvTable.Line line, String column) {
    String text = line.get(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      // Some exports add the time of day.
      LocalDate day = LocalDate.parse(text.substring(0, Math.min(DAY_CHARS, text.length())));
      if (day.isAfter(today)) {
        wrong(line, column, "A day that is over expected.");
      }
      return day;
    } catch (DateTimeParseException e) {
      wrong(line, column, "A date such as 2026-10-31 expected.");
      return null;
    }
  }

  private void wrong(CsvTable.Line line, String column, String message) {
    errors.add(new FieldError(line.at(column), message));
  }
}
