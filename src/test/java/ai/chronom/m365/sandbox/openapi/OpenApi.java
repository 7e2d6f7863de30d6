package ai.chronom.m365.sandbox.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An OpenAPI document and what it demands of an answer: names that exist, types that fit. Stricter
 * than JSON Schema, which lets unknown properties pass; as lenient where a schema is open.
 */
public final class OpenApi {
  private static final String REFERENCE = "#/components/schemas/";
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)|");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final JsonNode document;
  private final Map<String, JsonNode> answersByPath = new LinkedHashMap<>();

  private OpenApi(JsonNode document) {
    this.document = document;
    document
        .path("paths")
        .fields()
        .forEachRemaining(entry -> answersByPath.put(normal(entry.getKey()), entry.getValue()));
  }

  public static OpenApi read(Path file) {
    try {
      return new OpenApi(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema of a good answer to a GET of the path; ids in braces. */
  public Optional<JsonNode> schemaOf(String template) {
    JsonNode responses =
        answersByPath
            .getOrDefault(normal(template), document.path("nothing"))
            .path("get")
            .path("responses");
    JsonNode good = responses.has("2XX") ? responses.path("2XX") : responses.path("200");
    JsonNode schema = good.path("content").path("application/json").path("schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
  }

  /** What is wrong with the value, each with its place; nothing when it conforms. */
  public List<String> violations(JsonNode value, JsonNode schema) {
    List<String> found = new ArrayList<>();
    check(value, schema, "$", found);
    return found;
  }

  private static String normal(String path) {
    return path.replaceAll("\\(\\)", "")
        .replaceAll("\\((\\w+)=?[^)]*\\)", "($1)")
        .replaceAll("\\{[^}]*}", "{}")
        .replace("deletedItems/graph.user", "deletedItems/microsoft.graph.user")
        .toLowerCase(Locale.ROOT);
  }

  private void check(JsonNode value, JsonNode unresolved, String place, List<String> found) {
    JsonNode schema = resolved(unresolved);
    if (schema.has("anyOf")) {
      checkAny(value, schema.path("anyOf"), place, found);
    } else if (value.isNull()) {
      if (schema.has("type") && !schema.path("nullable").asBoolean()) {
        found.add(place + " is null and must not be");
      }
    } else if (schema.has("allOf") || schema.has("properties")) {
      checkObject(value, schema, place, found);
    } else {
      checkSimple(value, schema, place, found);
    }
  }

  private void checkAny(JsonNode value, JsonNode choices, String place, List<String> found) {
    List<String> least = List.of("no choice fits");
    for (JsonNode choice : choices) {
      List<String> complaints = new ArrayList<>();
      boolean onlyNull = choice.path("nullable").asBoolean() && !choice.has("$ref");
      if (onlyNull && !value.isNull()) {
        continue;
      }
      check(value, choice, place, complaints);
      if (complaints.isEmpty()) {
        return;
      }
      least = complaints;
    }
    found.addAll(least);
  }

  private void checkObject(JsonNode value, JsonNode schema, String place, List<String> found) {
    if (!value.isObject()) {
      found.add(place + " is no object");
      return;
    }
    String type = value.path("@odata.type").asText("").replaceFirst("^#", "");
    JsonNode derived = document.path("components").path("schemas").path(type);
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    boolean open =
        collect(derived.isMissingNode() ? schema : derived, properties)
            || !type.isEmpty() && derived.isMissingNode();
    Iterator<Map.Entry<String, JsonNode>> fields = value.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      JsonNode known = properties.get(field.getKey());
      if (known != null) {
        check(field.getValue(), known, place + "." + field.getKey(), found);
      } else if (!open && !field.getKey().contains("@odata.")) {
        found.add(place + "." + field.getKey() + " is unknown");
      }
    }
  }

  /** Gathers the properties over inheritance; true when more are allowed. */
  private boolean collect(JsonNode unresolved, Map<String, JsonNode> properties) {
    JsonNode schema = resolved(unresolved);
    boolean open =
        schema.path("additionalProperties").asBoolean(false)
            || schema.path("additionalProperties").isObject();
    for (JsonNode part : schema.path("allOf")) {
      open |= collect(part, properties);
    }
    schema
        .path("properties")
        .fields()
        .forEachRemaining(e -> properties.put(e.getKey(), e.getValue()));
    return open;
  }

  private void checkSimple(JsonNode value, JsonNode schema, String place, List<String> found) {
    boolean fits =
        switch (schema.path("type").asText("")) {
          case "string" -> value.isTextual() && fitsFormat(value.asText(), schema);
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          case "object" -> value.isObject();
          default -> true;
        };
    if (!fits) {
      found.add(
          place
              + " is "
              + value
              + ", expected "
              + schema.path("type").asText()
              + " "
              + schema.path("format").asText());
    }
    if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(value.get(i), schema.path("items"), place + "[" + i + "]", found);
      }
    }
  }

  private static boolean fitsFormat(String text, JsonNode schema) {
    if (schema.has("enum")) {
      for (JsonNode each : schema.path("enum")) {
        if (each.asText().equals(text)) {
          return true;
        }
      }
      return false;
    }
    return switch (schema.path("format").asText("")) {
      case "date-time" -> TIME.matcher(text).matches();
      case "uuid" -> GUID.matcher(text).matches();
      default -> true;
    };
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode current = schema;
    while (current.has("$ref")) {
      current =
          document
              .path("components")
              .path("schemas")
              .path(current.path("$ref").asText().substring(REFERENCE.length()));
    }
    return current;
  }
}
