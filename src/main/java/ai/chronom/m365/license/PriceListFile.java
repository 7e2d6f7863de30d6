package ai.chronom.m365.license;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A price list that somebody uploads: CSV in UTF-8 whose first line names the columns {@code
 * skuId}, {@code amount}, {@code currency} and, if wanted, {@code validFrom}, {@code source} and
 * {@code segment}. When one row is wrong nothing of it counts.
 */
public final class PriceListFile {
  static final int MAX_MEBIBYTES = 1;
  static final int MAX_ROWS = 5_000;
  static final int MAX_ERRORS = 50;
  private static final List<String> REQUIRED = List.of("skuId", "amount", "currency");

  private PriceListFile() {}

  /** Throws a {@link Problem} that names rows and fields. */
  public static List<StatedPrice> read(InputStream file, Actor actor, Instant now) {
    List<NamedCsvRecord> rows = rows(CsvUpload.text(file, MAX_MEBIBYTES));
    List<FieldError> errors = new ArrayList<>();
    List<StatedPrice> prices = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NamedCsvRecord row : rows) {
      String where = "line " + row.getStartingLineNumber() + ": ";
      form(row)
          .imported(where, actor, now, errors)
          .ifPresent(
              price -> {
                prices.add(price);
                if (!seen.add(price.skuId() + " " + price.validFrom() + price.segment())) {
                  errors.add(
                      new FieldError(where + "skuId", "The same product, day and segment again."));
                }
              });
    }
    requireOneCurrency(prices, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors.subList(0, Math.min(MAX_ERRORS, errors.size())));
    }
    return prices;
  }

  private static void requireOneCurrency(List<StatedPrice> prices, List<FieldError> errors) {
    long currencies = prices.stream().map(price -> price.amount().currency()).distinct().count();
    if (currencies > 1) {
      errors.add(new FieldError("currency", "One currency expected, " + currencies + " given."));
    }
  }

  private static List<NamedCsvRecord> rows(String text) {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : reader) {
        rows.add(row);
        if (rows.size() > MAX_ROWS) {
          throw new Problem(ProblemKind.TOO_LARGE, "At most " + MAX_ROWS + " rows expected.");
        }
      }
    } catch (CsvParseException e) {
      // Its message quotes the file, which nobody checked.
      throw Problem.invalid("file", "CSV expected, with one record per line.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (rows.isEmpty()) {
      throw Problem.invalid("file", "A line of column names and at least one price expected.");
    }
    requireColumns(rows.get(0));
    return rows;
  }

  private static void requireColumns(NamedCsvRecord first) {
    List<FieldError> errors =
        REQUIRED.stream()
            .filter(column -> !first.getHeader().contains(column))
            .map(column -> new FieldError("file", "The column " + column + " is missing."))
            .toList();
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  private static PriceForm form(NamedCsvRecord row) {
    return new PriceForm(
        field(row, "skuId"),
        field(row, "amount"),
        field(row, "currency"),
        field(row, "validFrom"),
        field(row, "source"),
        field(row, "segment"));
  }

  private static String field(NamedCsvRecord row, String column) {
    Optional<String> value = row.findField(column);
    return value.orElse("");
  }
}
