package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Several GET requests in one POST; each has its own answer, and what depends on a failure fails
 * with 424.
 */
final class Batch {
  private final Function<Call, Reply> graph;
  private final int limit;

  Batch(Function<Call, Reply> graph, int limit) {
    this.graph = graph;
    this.limit = limit;
  }

  private record Item(
      String id, String method, String url, Map<String, String> headers, List<String> dependsOn) {}

  Reply answer(Call outer, String version) {
    Map<String, Integer> statuses = new HashMap<>();
    List<Object> responses = new ArrayList<>();
    for (Item item : items(outer)) {
      boolean blocked =
          item.dependsOn().stream().anyMatch(id -> statuses.getOrDefault(id, 424) >= 400);
      Reply reply = blocked ? failedDependency() : graph.apply(inner(outer, version, item));
      statuses.put(item.id(), reply.status());
      responses.add(response(item, reply));
    }
    return Reply.of(200, "application/json", Json.bytes(Map.of("responses", responses)));
  }

  private List<Item> items(Call outer) {
    JsonNode requests;
    try {
      requests = Json.read(outer.bodyText()).path("requests");
    } catch (IllegalArgumentException e) {
      throw GraphRefusal.badRequest(
          "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
    }
    if (!requests.isArray() || requests.isEmpty()) {
      throw GraphRefusal.badRequest("Invalid batch payload format.");
    }
    if (requests.size() > limit) {
      throw GraphRefusal.badRequest(
          "Number of batch request steps exceeds the maximum value of " + limit + ".");
    }
    Map<String, Item> items = new LinkedHashMap<>();
    for (JsonNode node : requests) {
      Item item = item(node);
      if (items.put(item.id(), item) != null) {
        throw GraphRefusal.badRequest("Duplicate request id '" + item.id() + "' in the batch.");
      }
      if (!items.keySet().containsAll(item.dependsOn())) {
        throw GraphRefusal.badRequest(
            "Request '" + item.id() + "' depends on a request that does not come before it.");
      }
    }
    return List.copyOf(items.values());
  }

  private static Item item(JsonNode node) {
    String id = node.path("id").asText("");
    String url = node.path("url").asText("");
    String method = node.path("method").asText("");
    if (id.isEmpty() || url.isEmpty() || method.isEmpty()) {
      throw GraphRefusal.badRequest(
          "Invalid batch payload format: id, method and url are required.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    node.path("headers")
        .fields()
        .forEachRemaining(
            e -> headers.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue().asText()));
    List<String> dependsOn = new ArrayList<>();
    node.path("dependsOn").forEach(each -> dependsOn.add(each.asText()));
    return new Item(id, method.toUpperCase(Locale.ROOT), url, headers, dependsOn);
  }

  private static Call inner(Call outer, String version, Item item) {
    String url = item.url().startsWith("/") ? item.url() : "/" + item.url();
    int question = url.indexOf('?');
    Map<String, String> headers = new LinkedHashMap<>(item.headers());
    outer.header("authorization").ifPresent(token -> headers.put("authorization", token));
    return new Call(
        outer.site(),
        item.method(),
        "/" + version + (question < 0 ? url : url.substring(0, question)),
        question < 0 ? "" : url.substring(question + 1),
        headers,
        new byte[0],
        UUID.randomUUID());
  }

  private static Reply failedDependency() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", "FailedDependency");
    error.put("message", "A request that this one depends on has failed.");
    return Reply.of(424, "application/json", Json.bytes(Map.of("error", error)));
  }

  private static Map<String, Object> response(Item item, Reply reply) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("id", item.id());
    response.put("status", reply.status());
    response.put("headers", reply.headers());
    if (reply.body().length > 0) {
      boolean json =
          reply.headers().getOrDefault("Content-Type", "").startsWith("application/json");
      response.put(
          "body",
          json
              ? Json.Piece.verbatim(reply.bodyText())
              : Base64.getEncoder()
                  .encodeToString(reply.bodyText().getBytes(StandardCharsets.UTF_8)));
    }
    return response;
  }
}
