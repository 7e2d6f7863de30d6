package ai.chronom.m365.sandbox.portal;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Html;
import ai.chronom.m365.sandbox.wire.Json;
import ai.chronom.m365.sandbox.wire.Reply;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The portal page: GET shows it, POST does what its buttons say; {@code /api/…} does the same with
 * JSON answers.
 */
public final class Portal {
  private final PortalPage page;
  private final PortalActions actions;
  private final Set<String> ownOrigins;

  public Portal(Registration registration, Contoso contoso, Clock clock, int port) {
    this.page = new PortalPage(registration, contoso, clock);
    this.actions = new PortalActions(registration);
    this.ownOrigins = Set.of("http://localhost:" + port, "http://127.0.0.1:" + port);
  }

  public Reply answer(Call call) {
    boolean foreign =
        call.header("origin").filter(origin -> !ownOrigins.contains(origin)).isPresent();
    boolean rebound = !ownOrigins.contains("http://" + call.header("host").orElse(""));
    if (foreign || rebound) {
      return Reply.text(403, "text/plain", "Only the portal page itself may do this.");
    }
    boolean api = call.path().startsWith("/api/");
    if (call.method().equals("GET")) {
      return api ? state() : show(call);
    }
    return call.method().equals("POST") ? act(call, api) : Reply.empty(405);
  }

  private Reply show(Call call) {
    return call.path().equals("/") ? Html.page(200, page.html(Optional.empty())) : Reply.empty(404);
  }

  private Reply state() {
    return Reply.of(200, "application/json", Json.bytes(actions.state()));
  }

  private Reply act(Call call, boolean api) {
    String action = call.path().substring(api ? "/api/".length() : 1);
    PortalActions.Outcome outcome;
    try {
      outcome = actions.perform(action, parameters(call));
    } catch (IllegalArgumentException e) {
      return Reply.text(400, "text/plain", String.valueOf(e.getMessage()));
    }
    if (api) {
      return Reply.of(200, "application/json", Json.bytes(outcome.json()));
    }
    return outcome.secret().isPresent()
        ? Html.page(200, page.html(outcome.secret())) // shown this once, hence no redirect
        : Reply.seeOther("/#" + outcome.section());
  }

  private static Map<String, String> parameters(Call call) {
    if (!call.header("content-type").orElse("").startsWith("application/json")) {
      return call.form();
    }
    Map<String, String> parameters = new java.util.LinkedHashMap<>();
    Json.read(call.bodyText())
        .fields()
        .forEachRemaining(e -> parameters.put(e.getKey(), e.getValue().asText()));
    return parameters;
  }
}
