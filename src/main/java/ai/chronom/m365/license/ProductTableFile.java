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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Microsoft's “Product names and service plan identifiers for licensing” as it can be downloaded:
 * CSV in UTF-8, columns in any order. When one line is wrong nothing of it counts.
 */
public final class ProductTableFile {
  static final int MAX_MEBIBYTES = 8;
  static final int MAX_ROWS = 40_000;
  static final int MAX_ERRORS = 50;
  private static final int NAME_MAX_CHARS = 256;
  private static final int PART_MAX_CHARS = 128;
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  // Microsoft's own file has tabs and no-break spaces in names, and around GUIDs.
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");

  private enum Column {
    PRODUCT("Product_Display_Name"),
    PRODUCT_PART("String_Id"),
    PRODUCT_GUID("GUID"),
    PLAN_PART("Service_Plan_Name"),
    PLAN_GUID("Service_Plan_Id"),
    PLAN("Service_Plans_Included_Friendly_Names");

    private final String header;

    Column(String header) {
      this.header = header;
    }
  }

  private final Map<Column, Integer> places;
  private final List<FieldError> errors = new ArrayList<>();
  private final Map<SkuId, ProductNames.Product> products = new HashMap<>();
  private final Map<PlanId, ProductNames.Plan> plans = new HashMap<>();

  private ProductTableFile(Map<Column, Integer> places) {
    this.places = places;
  }

  /** Throws a {@link Problem} that names lines and columns. */
  public static ProductNames read(InputStream file) {
    List<CsvRecord> rows = rows(CsvUpload.text(file, MAX_MEBIBYTES));
    if (rows.size() < 2) {
      throw Problem.invalid("file", "A line of column names and at least one product expected.");
    }
    ProductTableFile table = new ProductTableFile(places(rows.get(0)));
    for (CsvRecord row : rows.subList(1, rows.size())) {
      table.take(row);
      if (table.errors.size() >= MAX_ERRORS) {
        break;
      }
    }
    if (!table.errors.isEmpty()) {
      throw Problem.invalid(table.errors);
    }
    return new ProductNames(table.products, table.plans);
  }

  private static List<CsvRecord> rows(String text) {
    List<CsvRecord> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord row : reader) {
        rows.add(row);
        if (rows.size() > MAX_ROWS + 1) {
          throw new Problem(ProblemKind.TOO_LARGE, "At most " + MAX_ROWS + " rows expected.");
        }
      }
    } catch (CsvParseException e) {
      // Its message quotes the file, which nobody checked.
      throw Problem.invalid("file", "CSV expected, with one service plan per line.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static Map<Column, Integer> places(CsvRecord header) {
    Map<Column, Integer> places = new HashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      String name = tidy(header.getField(i));
      for (Column column : Column.values()) {
        if (column.header.equalsIgnoreCase(name) && places.put(column, i) != null) {
          errors.add(
              new FieldError("line 1: " + column.header, "This column is there more than once."));
        }
      }
    }
    for (Column column : Column.values()) {
      if (!places.containsKey(column)) {
        errors.add(new FieldError("line 1: " + column.header, "This column is missing."));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return places;
  }

  private static String tidy(String field) {
    return BLANKS.matcher(field).replaceAll(" ").strip();
  }

  /** Where one GUID bears several names, the first one counts, whatever the order of plans. */
  private void take(CsvRecord row) {
    if (row.getFields().stream().allMatch(String::isBlank)) {
      return;
    }
    UUID product = guid(row, Column.PRODUCT_GUID);
    UUID plan = guid(row, Column.PLAN_GUID);
    String productName = text(row, Column.PRODUCT, NAME_MAX_CHARS, true);
    String productPart = text(row, Column.PRODUCT_PART, PART_MAX_CHARS, false);
    String planPart = text(row, Column.PLAN_PART, PART_MAX_CHARS, true);
    String planName = text(row, Column.PLAN, NAME_MAX_CHARS, false);
    if (errors.isEmpty()) {
      products.putIfAbsent(new SkuId(product), new ProductNames.Product(productPart, productName));
      plans.putIfAbsent(
          new PlanId(plan),
          new ProductNames.Plan(planPart, planName.isEmpty() ? planPart : planName));
    }
  }

  private static final UUID NOBODY = new UUID(0, 0);

  private UUID guid(CsvRecord row, Column column) {
    String text = field(row, column);
    if (!GUID.matcher(text).matches()) {
      wrong(row, column, "A GUID such as 05e9a617-0261-4cee-bb44-138d3ef5d965 expected.");
      return NOBODY;
    }
    return UUID.fromString(text.toLowerCase(Locale.ROOT));
  }

  private String text(CsvRecord row, Column column, int most, boolean needed) {
    String text = field(row, column);
    if (text.length() > most) {
      wrong(row, column, "At most " + most + " characters expected.");
    } else if (INVISIBLE.matcher(text).find()) {
      wrong(row, column, "Text without invisible characters expected.");
    } else if (needed && text.isEmpty()) {
      wrong(row, column, "A name expected.");
    }
    return text;
  }

  private String field(CsvRecord row, Column column) {
    int place = Objects.requireNonNull(places.get(column));
    return place < row.getFieldCount() ? tidy(row.getField(place)) : "";
  }

  private void wrong(CsvRecord row, Column column, String message) {
    errors.add(
        new FieldError("line " + row.getStartingLineNumber() + ": " + column.header, message));
  }
}
