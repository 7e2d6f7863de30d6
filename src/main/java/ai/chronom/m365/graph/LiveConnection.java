package ai.chronom.m365.graph;

import jakarta.json.JsonObject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph over the network. */
final class LiveConnection implements GraphConnection {
  /** Of one page, decompressed. */
  static final long MAX_PAGE_BYTES = 32L << 20;

  /** Of one small answer, decompressed. */
  static final long MAX_ANSWER_BYTES = 8L << 20;

  /** Of one usage report, decompressed: more than half a million users. */
  static final long MAX_REPORT_BYTES = 512L << 20;

  private static final int MAX_HOPS = 2;
  private static final Set<Integer> EXPIRED = Set.of(403, 404, 410);
  private static final MediaType JSON = MediaType.get("application/json");

  private final UrlGuard guard;
  private final Bearer bearer;
  private final Courier toGraph;
  private final Courier toReports;
  private final Turns turns;
  private final Supplier<TypedGraph> typed;

  /**
   * @param typed made when it is asked for: it costs a second, and most work does without
   */
  LiveConnection(
      UrlGuard guard, Bearer bearer, Couriers couriers, Turns turns, Supplier<TypedGraph> typed) {
    this.guard = guard;
    this.bearer = bearer;
    this.toGraph = couriers.toGraph();
    this.toReports = couriers.toReports();
    this.turns = turns;
    this.typed = typed;
  }

  /** Who carries our token, and who never sees it. */
  record Couriers(Courier toGraph, Courier toReports) {}

  @Override
  public Map<UUID, String> permissionNames(UUID servicePrincipalId) {
    return typed.get().permissionNames(servicePrincipalId);
  }

  @Override
  public Set<String> roles() {
    return bearer.held().roles().orElse(Set.of());
  }

  @Override
  public boolean tellsRoles() {
    return bearer.held().roles().isPresent();
  }

  @Override
  public GraphAnswer get(String path) {
    return turns.await(List.of(path)).isEmpty() ? Turns.notNow() : answer(path, null);
  }

  @Override
  public List<GraphAnswer> batch(List<String> paths) {
    paths.forEach(guard::graph);
    return new Batch(this::get, this::post, turns).send(paths);
  }

  private GraphAnswer post(String path, String json) {
    return answer(path, RequestBody.create(json, JSON));
  }

  private GraphAnswer answer(String path, @Nullable RequestBody body) {
    HttpUrl url = guard.graph(path);
    for (int tries = 1; ; tries++) {
      try (Response response = toGraph.send(url, body)) {
        return read(response, path);
      } catch (GraphRefused e) {
        boolean brokeOff = e.kind() == RefusalKind.UNAVAILABLE && e.status() > 0;
        if (!brokeOff || !turns.beforeNextTry(tries, 0, null)) {
          return GraphAnswers.of(e);
        }
      }
    }
  }

  private static GraphAnswer read(Response response, String path) {
    try (BoundedBody body = new BoundedBody(response, MAX_ANSWER_BYTES)) {
      Optional<JsonObject> json = JsonText.object(body.readFully());
      boolean isReport = path.contains("/reports/");
      if (response.isSuccessful() && json.isEmpty() && !isReport) {
        return GraphAnswers.of(
            new GraphRefused(
                RefusalKind.OTHER,
                response.code(),
                null,
                "JSON expected, something else given",
                null));
      }
      return GraphAnswers.of(
          response.code(),
          json.orElse(JsonObject.EMPTY_JSON_OBJECT),
          path,
          response.header("Location") != null);
    }
  }

  @Override
  public InputStream page(String pathOrNextLink) {
    HttpUrl url = guard.graph(pathOrNextLink);
    turns.awaitPage(pathOrNextLink);
    Response response = toGraph.send(url, null);
    if (response.code() == 200) {
      return new BoundedBody(response, MAX_PAGE_BYTES);
    }
    throw refusal(response, pathOrNextLink);
  }

  @Override
  public InputStream report(String path) {
    try {
      return currentReport(path);
    } catch (LinkExpired expired) {
      // Its link lives a few minutes only: another one, once.
      return currentReport(path);
    }
  }

  /** A download host no longer knows the link that Graph gave. */
  private static final class LinkExpired extends GraphRefused {
    LinkExpired(GraphRefused refused) {
      super(
          RefusalKind.UNAVAILABLE,
          refused.status(),
          refused.code().orElse(null),
          String.valueOf(refused.getMessage()),
          null);
    }
  }

  private InputStream currentReport(String path) {
    HttpUrl url = guard.graph(path);
    for (int tries = 1; ; tries++) {
      turns.awaitPage(path);
      Response response = toGraph.send(url, null);
      if (response.code() == 200) {
        return new BoundedBody(response, MAX_REPORT_BYTES);
      }
      if (response.isRedirect() && response.header("Location") != null) {
        response.close();
        return download(response.header("Location"), path);
      }
      // Reports answer with a redirect to nowhere now and then; that passes.
      if (response.code() != 302 || !turns.beforeNextTry(tries, 503, null)) {
        throw refusal(response, path);
      }
      response.close();
    }
  }

  private InputStream download(@Nullable String firstLocation, String path) {
    String location = firstLocation;
    for (int hop = 1; hop <= MAX_HOPS; hop++) {
      Response response = toReports.send(guard.report(location), null);
      if (response.code() == 200) {
        return new BoundedBody(response, MAX_REPORT_BYTES);
      }
      if (!response.isRedirect()) {
        boolean expired = EXPIRED.contains(response.code());
        GraphRefused refused = refusal(response, path);
        throw expired ? new LinkExpired(refused) : refused;
      }
      location = response.header("Location");
      response.close();
    }
    throw new GraphRefused(
        RefusalKind.HOSTILE, 302, null, "A report after " + MAX_HOPS + " redirects expected", null);
  }

  private GraphRefused refusal(Response response, String path) {
    try (response) {
      return GraphAnswers.refusal(read(response, path), toGraph.asked(response));
    }
  }

  @Override
  public Optional<GraphWait> waiting() {
    return turns.waiting();
  }

  @Override
  public int requests() {
    return toGraph.requests() + toReports.requests();
  }
}
