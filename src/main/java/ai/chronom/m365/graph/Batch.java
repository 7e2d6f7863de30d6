package ai.chronom.m365.graph;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many reads in one request ({@code $batch}). Each item has its own status; items that were
 * throttled or failed are sent again, the others are not.
 */
final class Batch {
  /** Microsoft's limit. */
  static final int MAX_ITEMS = 20;

  private final Function<String, GraphAnswer> get;
  private final BiFunction<String, String, GraphAnswer> post;
  private final Turns turns;

  Batch(
      Function<String, GraphAnswer> get,
      BiFunction<String, String, GraphAnswer> post,
      Turns turns) {
    this.get = get;
    this.post = post;
    this.turns = turns;
  }

  /** Answers in the order of the paths. */
  List<GraphAnswer> send(List<String> paths) {
    Map<Integer, GraphAnswer> answers = new LinkedHashMap<>();
    Map<String, List<Integer>> byVersion = new LinkedHashMap<>();
    for (int i = 0; i < paths.size(); i++) {
      byVersion.computeIfAbsent(version(paths.get(i)), v -> new ArrayList<>()).add(i);
    }
    byVersion.forEach(
        (version, numbers) -> {
          for (int from = 0; from < numbers.size(); from += MAX_ITEMS) {
            List<Integer> chunk = numbers.subList(from, Math.min(from + MAX_ITEMS, numbers.size()));
            answers.putAll(sendChunk(version, chunk, paths));
          }
        });
    return IntStream.range(0, paths.size()).mapToObj(i -> answer(answers, i)).toList();
  }

  private static GraphAnswer answer(Map<Integer, GraphAnswer> answers, int number) {
    GraphAnswer answer = answers.get(number);
    return answer != null
        ? answer
        : GraphAnswers.of(
            new GraphRefused(
                RefusalKind.OTHER, 0, null, "The batch came back without this answer", null));
  }

  private Map<Integer, GraphAnswer> sendChunk(
      String version, List<Integer> chunk, List<String> paths) {
    if (chunk.size() == 1) {
      return Map.of(chunk.get(0), get.apply(paths.get(chunk.get(0))));
    }
    Map<Integer, GraphAnswer> answers = new LinkedHashMap<>();
    List<Integer> open = chunk;
    for (int tries = 1; ; tries++) {
      open = admitted(open, paths, answers);
      if (open.isEmpty()) {
        return answers;
      }
      GraphAnswer outer = post.apply(version + "/$batch", request(version, open, paths));
      if (!outer.succeeded()) {
        open.forEach(number -> answers.put(number, outer));
        return answers;
      }
      Round round = Round.read(outer.body(), paths);
      answers.putAll(round.answers());
      open = round.toBeRepeated();
      if (open.isEmpty() || !turns.beforeNextTry(tries, round.worstStatus(), round.asked())) {
        return answers;
      }
    }
  }

  /** Every item counts against the limit of its service, each time that it is sent. */
  private List<Integer> admitted(
      List<Integer> numbers, List<String> paths, Map<Integer, GraphAnswer> answers) {
    List<String> may = new ArrayList<>(turns.await(numbers.stream().map(paths::get).toList()));
    List<Integer> admitted = new ArrayList<>();
    for (int number : numbers) {
      if (may.remove(paths.get(number))) {
        admitted.add(number);
      } else {
        answers.putIfAbsent(number, Turns.notNow());
      }
    }
    return admitted;
  }

  private static String request(String version, List<Integer> numbers, List<String> paths) {
    JsonArrayBuilder requests = Json.createArrayBuilder();
    for (int number : numbers) {
      requests.add(
          Json.createObjectBuilder()
              .add("id", String.valueOf(number))
              .add("method", "GET")
              .add("url", paths.get(number).substring(version.length())));
    }
    return Json.createObjectBuilder().add("requests", requests).build().toString();
  }

  private static String version(String path) {
    return path.substring(0, path.indexOf('/', 1));
  }

  /**
   * What one batch brought.
   *
   * @param worstStatus of those to be repeated; 0 when there are none
   * @param asked the longest wait that an item asked for; null when none did
   */
  private record Round(
      Map<Integer, GraphAnswer> answers,
      List<Integer> toBeRepeated,
      int worstStatus,
      @Nullable Duration asked) {
    static Round read(JsonObject body, List<String> paths) {
      Map<Integer, GraphAnswer> answers = new LinkedHashMap<>();
      List<Integer> again = new ArrayList<>();
      int worst = 0;
      Duration asked = null;
      for (JsonValue value : JsonText.array(body, "responses")) {
        JsonObject item =
            value instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        int number = number(JsonText.string(item, "id", ""), paths.size());
        int status = item.get("status") instanceof JsonNumber code ? code.intValue() : 0;
        if (number < 0) {
          continue;
        }
        answers.put(
            number,
            GraphAnswers.of(
                status,
                JsonText.child(item, "body"),
                paths.get(number),
                header(item, "location") != null));
        if (Patience.isWorthRetrying(status)) {
          again.add(number);
          worst = worst == 429 ? worst : status;
          asked = longer(asked, Patience.asked(header(item, "retry-after"), Instant.EPOCH));
        }
      }
      return new Round(answers, again, worst, asked);
    }

    private static int number(String id, int count) {
      boolean isNumber =
          !id.isEmpty() && id.length() < 6 && id.chars().allMatch(Character::isDigit);
      return isNumber && Integer.parseInt(id) < count ? Integer.parseInt(id) : -1;
    }

    private static @Nullable String header(JsonObject item, String name) {
      JsonObject headers = JsonText.child(item, "headers");
      return headers.keySet().stream()
          .filter(key -> key.toLowerCase(Locale.ROOT).equals(name))
          .map(key -> JsonText.string(headers, key, ""))
          .findFirst()
          .orElse(null);
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      return one.compareTo(other) >= 0 ? one : other;
    }
  }
}
