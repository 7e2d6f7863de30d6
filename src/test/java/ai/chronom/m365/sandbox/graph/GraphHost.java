package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.entra.AccessTokens;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.report.ReportSource;
import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.Faults;
import ai.chronom.m365.sandbox.wire.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Microsoft Graph: token, path, permission, source; strict at every step. */
public final class GraphHost {
  private static final Set<String> VERSIONS = Set.of("v1.0", "beta");
  private static final int BATCH_LIMIT = 20;

  private final Registration registration;
  private final AccessTokens tokens;
  private final Clock clock;
  private final Faults serviceFaults;
  private final Endpoints endpoints = Endpoints.known();
  private final Gate gate;
  private final ServiceLimits limits = new ServiceLimits();
  private final UserDeltas deltas;
  private final Sources sources;
  private final DirectoryWrites writes;
  private final Batch batch = new Batch(this::answer, BATCH_LIMIT);
  private final AtomicInteger requests = new AtomicInteger();

  public GraphHost(
      Registration registration,
      AccessTokens tokens,
      Contoso contoso,
      ReportSource reports,
      Clock clock,
      Faults serviceFaults,
      String graphUrl) {
    this.registration = registration;
    this.tokens = tokens;
    this.clock = clock;
    this.serviceFaults = serviceFaults;
    this.gate = new Gate(registration);
    Answers answers = new Answers(graphUrl);
    this.deltas = new UserDeltas(contoso, answers, clock);
    this.sources = new Sources(registration, contoso, reports, answers, deltas);
    ApplicationSources applications = new ApplicationSources(registration, contoso, answers);
    this.writes = new DirectoryWrites(registration, applications, clock, graphUrl);
  }

  public UserDeltas deltas() {
    return deltas;
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  public Reply answer(Call call) {
    Reply reply;
    try {
      reply =
          serviceFaults
              .striking(call)
              .filter(Fault.Answer.class::isInstance)
              .map(fault -> ((Fault.Answer) fault).reply())
              .orElseGet(() -> route(call));
    } catch (GraphRefusal refusal) {
      reply = refusal.reply(call, clock.instant());
    }
    return reply
        .with("request-id", call.requestId().toString())
        .with(
            "client-request-id",
            call.header("client-request-id").orElse(call.requestId().toString()));
  }

  private Reply route(Call call) {
    sufferOutage();
    AccessTokens.Grant grant = bearer(call);
    List<String> segments = call.segments();
    if (segments.isEmpty() || !VERSIONS.contains(segments.get(0))) {
      throw GraphRefusal.badRequest(
          "Invalid version: " + (segments.isEmpty() ? "" : segments.get(0)));
    }
    boolean isBatch = segments.size() == 2 && segments.get(1).equalsIgnoreCase("$batch");
    if (isBatch && call.method().equals("POST")) {
      return batch.answer(call, segments.get(0));
    }
    boolean isWrite = List.of("POST", "PATCH").contains(call.method());
    if (isWrite && segments.get(0).equals("v1.0")) {
      return writes.answer(call, grant, segments.subList(1, segments.size()));
    }
    if (!call.method().equals("GET")) {
      throw refusedWrite(call);
    }
    return read(call, grant, segments);
  }

  private Reply read(Call call, AccessTokens.Grant grant, List<String> segments) {
    String version = segments.get(0);
    List<String> path = new ArrayList<>(segments.subList(1, segments.size()));
    boolean count = !path.isEmpty() && path.get(path.size() - 1).equalsIgnoreCase("$count");
    if (count) {
      path.remove(path.size() - 1);
    }
    Endpoints.Match match =
        endpoints
            .find(version, path)
            .orElseThrow(
                () -> GraphRefusal.unknownSegment(path.isEmpty() ? "" : path.get(path.size() - 1)));
    Query query = Query.of(call.queryParameters());
    Request request =
        new Request(call, version, match.endpoint(), match.ids(), match.parameters(), query, grant);
    if (registration.is(Switch.SERVICE_LIMITS)) {
      limits.count(request, clock.instant());
    }
    gate.check(request);
    return count ? sources.count(request) : sources.answer(request);
  }

  private void sufferOutage() {
    if (registration.is(Switch.GRAPH_DOWN)) {
      throw new GraphRefusal(503, "serviceNotAvailable", "The service is temporarily unavailable.");
    }
    if (registration.is(Switch.GRAPH_THROTTLED) && requests.incrementAndGet() % 2 == 1) {
      throw GraphRefusal.throttled(1);
    }
  }

  private AccessTokens.Grant bearer(Call call) {
    String header = call.header("authorization").orElse("");
    if (!header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      throw new GraphRefusal(401, "InvalidAuthenticationToken", "Access token is empty.");
    }
    return tokens
        .check(header.substring("bearer ".length()).trim())
        .orElseThrow(
            () ->
                new GraphRefusal(
                    401,
                    "InvalidAuthenticationToken",
                    "Lifetime validation failed, the token is expired."));
  }

  /** No role of a reader opens a write; what is no HTTP method of Graph's is not even looked at. */
  private static GraphRefusal refusedWrite(Call call) {
    return Set.of("POST", "PUT", "PATCH", "DELETE").contains(call.method())
        ? new GraphRefusal(
            403,
            "Authorization_RequestDenied",
            "Insufficient privileges to complete the operation.")
        : new GraphRefusal(
            405,
            "Request_BadRequest",
            "Specified HTTP method is not allowed for the request target.");
  }
}
