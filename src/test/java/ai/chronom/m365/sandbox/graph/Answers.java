package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Reply;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes objects in Graph's shape: context, selection, filter, count, pages. */
final class Answers {
  static final String JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

  private final String graphUrl;
  private final EntityTypes types = new EntityTypes();

  Answers(String graphUrl) {
    this.graphUrl = graphUrl;
  }

  Reply one(Request request, String context, Map<String, Object> row) {
    Selection selection = selection(request);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("@odata.context", context(request, context + selection.inContext() + "/$entity"));
    body.putAll(selection.of(row));
    return Reply.of(200, JSON, Json.bytes(body));
  }

  Reply list(Request request, String context, Paging paging, List<Map<String, Object>> rows) {
    return list(request, context, paging, Rows.of(rows));
  }

  Reply list(Request request, String context, Paging paging, Rows rows) {
    Selection selection = selection(request);
    Filter filter = filter(request);
    demandConsistency(request, filter);
    Page page = new Page(rows, filter, selection.wanted());
    int start = Paging.start(request.query());
    int size = paging.size(request.query());
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("@odata.context", context(request, context + selection.inContext()));
      if (request.query().counts() && (request.isEventual() || paging != Paging.DIRECTORY)) {
        json.writeNumberField("@odata.count", page.count());
      }
      int end = page.end(start, size);
      if (page.hasMore(end)) {
        json.writeStringField("@odata.nextLink", nextLink(request, end));
      }
      json.writeArrayFieldStart("value");
      for (int i = start; i < end; i++) {
        if (page.accepts(i)) {
          Json.write(json, selection.of(rows.row(i, selection.wanted())));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Reply.of(200, JSON, out.toByteArray());
  }

  /** A small collection with its single objects. */
  @SafeVarargs
  final void collection(
      Sources sources, String template, String context, Map<String, Object>... rows) {
    sources.add(template, request -> list(request, context, Paging.ALL, List.of(rows)));
    sources.add(
        template + "/{}",
        request ->
            List.of(rows).stream()
                .filter(row -> request.id().equals(row.get("id")))
                .findFirst()
                .map(row -> one(request, context, row))
                .orElseThrow(() -> GraphRefusal.noSuchObject(request.id())));
  }

  /**
   * One round of changes: everything at first, nothing new after that; then the link for the next
   * round.
   */
  Reply delta(Request request, String context, Rows rows) {
    for (String refused : List.of("$top", "$expand", "$orderby", "$search")) {
      if (request.query().has(refused)) {
        throw GraphRefusal.unsupportedQuery("'" + refused + "' is not supported by delta queries.");
      }
    }
    boolean over = request.query().has("$deltatoken");
    Reply page = list(request, context, Paging.DIRECTORY, over ? Rows.of(List.of()) : rows);
    String text = page.bodyText();
    if (text.contains("\"@odata.nextLink\"")) {
      return page;
    }
    String kept =
        request.query().option("$select").map(s -> "$select=" + encoded(s) + "&").orElse("");
    String link = graphUrl + request.call().path() + "?" + kept + "$deltatoken=" + Paging.token(0);
    String value = "\"value\":[";
    return page.withBody(
        text.replaceFirst(
                Pattern.quote(value),
                Matcher.quoteReplacement("\"@odata.deltaLink\":\"" + link + "\"," + value))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** One page of a round of changes; the token is all that its link says. */
  Reply delta(
      Request request,
      String context,
      List<Map<String, Object>> rows,
      String linkName,
      String token) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("@odata.context", context(request, context));
    body.put(linkName, graphUrl + request.call().path() + "?" + token);
    body.put("value", rows);
    return Reply.of(200, JSON, Json.bytes(body));
  }

  /** The answer to {@code …/$count}: a number as plain text. */
  Reply count(Request request, Rows rows) {
    if (!request.isEventual()) {
      throw GraphRefusal.unsupportedQuery("$count is not currently supported.");
    }
    Filter filter = filter(request);
    int count = new Page(rows, filter, Set.of()).count();
    return Reply.text(200, "text/plain", Integer.toString(count));
  }

  private record Page(Rows rows, Filter filter, Set<String> wanted) {
    boolean accepts(int index) {
      return rows.includes(index)
          && (filter.properties().isEmpty()
              || filter.accepts(rows.row(index, filter.properties())));
    }

    int count() {
      int count = 0;
      for (int i = 0; i < rows.size(); i++) {
        count += accepts(i) ? 1 : 0;
      }
      return count;
    }

    int end(int start, int size) {
      int found = 0;
      int index = start;
      while (index < rows.size() && found < size) {
        found += accepts(index) ? 1 : 0;
        index++;
      }
      return index;
    }

    boolean hasMore(int end) {
      for (int i = end; i < rows.size(); i++) {
        if (accepts(i)) {
          return true;
        }
      }
      return false;
    }
  }

  private static void demandConsistency(Request request, Filter filter) {
    Query query = request.query();
    for (String option : List.of("$orderby", "$search", "$expand")) {
      if (query.has(option)
          && !(option.equals("$expand")
              && request.endpoint().template().equals("/directoryRoles"))) {
        throw GraphRefusal.unsupportedQuery(
            "Query option '" + option + "' is not supported for this resource in the sandbox.");
      }
    }
    boolean advanced =
        filter.isAdvanced()
            || query.has("$search")
            || query.has("$filter") && query.has("$orderby");
    if (advanced && !(request.isEventual() && query.counts())) {
      throw GraphRefusal.unsupportedQuery(
          "This filter needs $count=true and the header ConsistencyLevel: eventual.");
    }
  }

  private String nextLink(Request request, int position) {
    String kept =
        request.query().options().entrySet().stream()
            .filter(option -> !option.getKey().equals("$skiptoken"))
            .map(option -> option.getKey() + "=" + encoded(option.getValue()))
            .collect(Collectors.joining("&"));
    return graphUrl
        + request.call().path()
        + "?"
        + (kept.isEmpty() ? "" : kept + "&")
        + "$skiptoken="
        + Paging.token(position);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",");
  }

  private String context(Request request, String fragment) {
    return graphUrl + "/" + request.version() + "/$metadata#" + fragment;
  }

  private Filter filter(Request request) {
    Filter filter = request.query().option("$filter").map(Filter::parse).orElseGet(Filter::none);
    Map<String, Boolean> known = types.properties(request.endpoint()).orElse(Map.of());
    filter.properties().forEach(name -> exactName(known, name, request.endpoint().type()));
    return filter;
  }

  private Selection selection(Request request) {
    List<String> asked = request.query().select();
    Map<String, Boolean> known = types.properties(request.endpoint()).orElse(Map.of());
    Map<String, Object> blanks = new LinkedHashMap<>();
    for (String name : asked) {
      String exact = exactName(known, name, request.endpoint().type());
      if (exact.equals("signInActivity")) {
        blanks.put("id", null); // Graph adds it of its own accord
      }
      blanks.put(exact, Boolean.TRUE.equals(known.get(exact)) ? List.of() : null);
    }
    return new Selection(blanks);
  }

  private static String exactName(Map<String, Boolean> known, String name, String type) {
    if (known.isEmpty() || type.equals("directoryObject")) {
      return name; // a mixed collection knows the properties of all that may be in it
    }
    return known.keySet().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                GraphRefusal.badRequest(
                    "Parsing OData Select and Expand failed: Could not find a property named '"
                        + name
                        + "' on type 'microsoft.graph."
                        + type
                        + "'."));
  }

  /**
   * The selected properties with what they are worth when an object lacks them; none selected means
   * all.
   */
  private record Selection(Map<String, Object> blanks) {
    Set<String> wanted() {
      return blanks.keySet();
    }

    String inContext() {
      return blanks.isEmpty() ? "" : "(" + String.join(",", blanks.keySet()) + ")";
    }

    Map<String, Object> of(Map<String, Object> row) {
      if (blanks.isEmpty()) {
        return row;
      }
      Map<String, Object> selected = new LinkedHashMap<>();
      Set<String> names = new LinkedHashSet<>(blanks.keySet());
      row.keySet().stream()
          .filter(name -> name.startsWith("@odata."))
          .forEach(name -> selected.put(name, row.get(name)));
      names.forEach(
          name -> selected.put(name, row.containsKey(name) ? row.get(name) : blanks.get(name)));
      selected.values().removeIf(value -> value == Rows.ABSENT);
      return selected;
    }
  }
}
