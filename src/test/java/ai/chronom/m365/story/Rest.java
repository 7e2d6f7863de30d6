package ai.chronom.m365.story;

import ai.chronom.m365.running.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Calls REST as {@code admin} and remembers every answer for the hunt after leaked secrets. */
final class Rest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final long PAUSE_MILLISECONDS = 300;

  private final RunningServer server;
  private final List<String> answers = new ArrayList<>();

  Rest(RunningServer server) {
    this.server = server;
  }

  HttpResponse<String> call(String method, String path, String json) {
    return remember(server.call(method, "/api/v1" + path, json));
  }

  HttpResponse<String> get(String path) {
    return remember(server.get("/api/v1" + path));
  }

  JsonObject json(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return parse(answer);
  }

  /** Asks again and again until the answer is as wanted. */
  JsonObject await(String path, Predicate<JsonObject> wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    String last = "";
    while (Instant.now().isBefore(end)) {
      HttpResponse<String> answer = get(path);
      last = answer.statusCode() + " " + answer.body();
      if (answer.statusCode() == 200 && wanted.test(parse(answer))) {
        return parse(answer);
      }
      pause();
    }
    throw new AssertionError(path + " did not become as wanted; last answer: " + last);
  }

  static JsonObject parse(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  List<String> answers() {
    return List.copyOf(answers);
  }

  private HttpResponse<String> remember(HttpResponse<String> answer) {
    answers.add(answer.uri() + "\n" + answer.headers().map() + "\n" + answer.body());
    return answer;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
