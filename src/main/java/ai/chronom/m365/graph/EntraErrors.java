package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.Blade;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table of Entra's error codes ({@code entra-errors.csv}), from Microsoft's AADSTS reference
 * and from the field, August 2026. Codes and texts may change: what the table does not know keeps a
 * default, and OAuth's {@code error} decides whether it is transient.
 */
final class EntraErrors {
  private static final String TABLE = "entra-errors.csv";
  private static final Set<String> TRANSIENT_ERRORS =
      Set.of("temporarily_unavailable", "server_error");
  private static final Pattern CODE_IN_TEXT = Pattern.compile("AADSTS(\\d{4,8})");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'");

  private final Map<Integer, Row> rows;

  private record Row(
      String slug,
      boolean isTransient,
      @Nullable String field,
      @Nullable Blade blade,
      String meaning,
      String remedy) {
    private static Row of(NamedCsvRecord line) {
      String field = line.getField("field");
      String blade = line.getField("blade");
      return new Row(
          line.getField("slug"),
          line.getField("trouble").equals("transient"),
          field.isEmpty() ? null : field,
          blade.isEmpty() ? null : Blade.of(blade),
          line.getField("meaning"),
          line.getField("remedy"));
    }
  }

  EntraErrors() {
    Map<Integer, Row> read = new HashMap<>();
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    Objects.requireNonNull(EntraErrors.class.getResourceAsStream(TABLE), TABLE),
                    StandardCharsets.UTF_8))) {
      lines.forEach(line -> read.put(Integer.valueOf(line.getField("code")), Row.of(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows = Map.copyOf(read);
  }

  /** All codes of the table. */
  Set<Integer> codes() {
    return rows.keySet();
  }

  /**
   * Reads the body of a refused token request.
   *
   * @param status the HTTP status beside it
   */
  EntraError read(int status, JsonObject body) {
    String error = text(body, "error", "unknown_error");
    int code = code(body);
    Row row = rows.getOrDefault(code, fallback(status, error));
    return new EntraError(
        code,
        error,
        row.slug(),
        row.meaning(),
        row.remedy(),
        row.field(),
        row.blade(),
        row.isTransient(),
        nullableText(body, "trace_id"),
        nullableText(body, "correlation_id"),
        timestamp(body));
  }

  private static Row fallback(int status, String error) {
    if (TRANSIENT_ERRORS.contains(error) || status == 429 || status >= 500) {
      return new Row(
          "entra-unavailable",
          true,
          null,
          null,
          "Entra is in trouble at present.",
          "Wait some minutes; if it stays, give Microsoft's support the trace ID.");
    }
    String field = error.equals("invalid_client") ? "clientSecret" : null;
    return new Row(
        "unknown-code",
        false,
        field,
        Blade.OVERVIEW,
        "Entra refused the sign-in of the app for a reason that this program does not know.",
        "Look the code up in Microsoft's list of AADSTS codes, and check the four values.");
  }

  private static int code(JsonObject body) {
    JsonValue codes = body.get("error_codes");
    if (codes != null
        && codes.getValueType() == JsonValue.ValueType.ARRAY
        && !codes.asJsonArray().isEmpty()
        && codes.asJsonArray().get(0) instanceof JsonNumber number) {
      return number.intValue();
    }
    Matcher inText = CODE_IN_TEXT.matcher(text(body, "error_description", ""));
    return inText.find() ? Integer.parseInt(inText.group(1)) : 0;
  }

  private static @Nullable Instant timestamp(JsonObject body) {
    try {
      return LocalDateTime.parse(text(body, "timestamp", ""), TIMESTAMP).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable String nullableText(JsonObject body, String key) {
    String text = text(body, key, "");
    return text.isEmpty() ? null : text;
  }

  private static String text(JsonObject body, String key, String otherwise) {
    return JsonText.string(body, key, otherwise);
  }
}
