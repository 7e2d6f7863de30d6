package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Graph as a table of answers. A path answers what it was told last; told several things, it gives
 * them one after the other and repeats the last.
 */
final class FakeGraph implements GraphConnection {
  private final Set<String> roles;
  private final Map<String, Deque<Supplier<String>>> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  FakeGraph(String... roles) {
    this.roles = Set.of(roles);
  }

  /** The path or link begins with that text; the longest beginning wins. */
  FakeGraph answers(String beginning, String... bodies) {
    Deque<Supplier<String>> queue = new ArrayDeque<>();
    for (String body : bodies) {
      queue.add(() -> body);
    }
    answers.put(beginning, queue);
    return this;
  }

  /** First refuses so many times, then gives the body. */
  FakeGraph refuses(String beginning, int times, GraphRefused refusal, String thenBody) {
    Deque<Supplier<String>> queue = new ArrayDeque<>();
    for (int i = 0; i < times; i++) {
      queue.add(
          () -> {
            throw refusal;
          });
    }
    queue.add(() -> thenBody);
    answers.put(beginning, queue);
    return this;
  }

  FakeGraph refuses(String beginning, GraphRefused refusal) {
    return refuses(beginning, 1_000, refusal, "");
  }

  static GraphRefused refusal(RefusalKind kind, int status) {
    return new GraphRefused(kind, status, null, "told so by the test", null);
  }

  /** Every path and link that was asked for, in order. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Set<String> roles() {
    return roles;
  }

  @Override
  public GraphAnswer get(String path) {
    throw new UnsupportedOperationException("scans read pages and reports");
  }

  @Override
  public List<GraphAnswer> batch(List<String> paths) {
    return paths.stream().map(this::small).toList();
  }

  private GraphAnswer small(String path) {
    try (JsonReader reader = Json.createReader(open(path))) {
      return new GraphAnswer(200, reader.readObject(), null, null, null, null);
    }
  }

  @Override
  public InputStream page(String pathOrNextLink) {
    return open(pathOrNextLink);
  }

  @Override
  public InputStream report(String path) {
    return open(path);
  }

  private InputStream open(String link) {
    if (link.startsWith("/v1.0/users/delta") && !answers.containsKey("/v1.0/users/delta")) {
      // Not told what changes: so nobody can ask for changes later.
      return new ByteArrayInputStream("{\"value\":[]}".getBytes(StandardCharsets.UTF_8));
    }
    asked.add(link);
    String beginning =
        answers.keySet().stream()
            .filter(link::startsWith)
            .max((a, b) -> Integer.compare(a.length(), b.length()))
            .orElseThrow(() -> new AssertionError("nobody told what is at " + link));
    Deque<Supplier<String>> queue = answers.get(beginning);
    Supplier<String> answer = queue.size() > 1 ? queue.poll() : queue.peek();
    return new ByteArrayInputStream(answer.get().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int requests() {
    return asked.size();
  }
}
