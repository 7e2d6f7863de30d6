package ai.chronom.m365.sandbox.entra;

import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Html;
import ai.chronom.m365.sandbox.wire.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The admin consent link in both versions: shows what is asked for, grants it, leads back to the
 * app. What is wrong with the link is told on the page and never leads back: the address could be
 * anybody's.
 */
final class ConsentPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private final Registration registration;
  private final String graphUrl;
  private final Clock clock;

  ConsentPage(Registration registration, String graphUrl, Clock clock) {
    this.registration = registration;
    this.graphUrl = graphUrl;
    this.clock = clock;
  }

  /**
   * @param version 1 or 2: only the second knows scopes
   */
  Reply answer(Call call, String tenantId, int version) {
    Map<String, String> asked = call.queryParameters();
    String application = asked.getOrDefault("client_id", "");
    if (!application.equalsIgnoreCase(registration.identity().applicationId())) {
      return wrong(
          "AADSTS700016: Application with identifier '%s' was not found in the directory 'Contoso'."
              .formatted(application));
    }
    List<String> registered = registration.profile().webRedirects();
    String redirect =
        asked.getOrDefault("redirect_uri", registered.isEmpty() ? "" : registered.get(0));
    if (!registered.contains(redirect)) {
      return wrong(
          "AADSTS50011: The redirect URI '%s' specified in the request does not match the redirect URIs configured for the application '%s'."
              .formatted(redirect, application));
    }
    String scope = asked.getOrDefault("scope", "");
    if (version == 2 && !scope.equals(graphUrl + "/.default")) {
      return wrong(
          "AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope %s is not valid."
              .formatted(scope));
    }
    if (!call.method().equals("POST")) {
      return Html.page(200, page());
    }
    Map<String, String> answer = decide(call.form(), tenantId, version);
    if (version == 2) {
      answer.put("scope", scope);
    }
    answer.put("state", asked.getOrDefault("state", ""));
    return Reply.seeOther(redirect + "?" + encoded(answer));
  }

  private Map<String, String> decide(Map<String, String> form, String tenantId, int version) {
    Map<String, String> answer = new LinkedHashMap<>();
    if (form.containsKey("not-entitled")) {
      answer.put("error", "access_denied");
      answer.put(
          "error_description",
          described(
              "AADSTS90094: An administrator of Contoso has set a policy that prevents you from granting Chronom Read-Only App Registration the permissions it is requesting."));
    } else if (form.containsKey("broken")) {
      answer.put("error", "invalid_client");
      answer.put(
          "error_description",
          described(
              "AADSTS650051: Using application 'Chronom Read-Only App Registration' is currently not possible: the service principal name is already present for the tenant."));
    } else if (!form.containsKey("accept")) {
      answer.put("error", version == 2 ? "access_denied" : "permission_denied");
      answer.put(
          "error_description",
          described("AADSTS65004: User declined to consent to access the app."));
    } else {
      registration.grantAdminConsent();
    }
    answer.put("admin_consent", "True");
    answer.put("tenant", tenantId);
    return answer;
  }

  private String described(String sentence) {
    return "%s Trace ID: %s Correlation ID: %s Timestamp: %s"
        .formatted(sentence, UUID.randomUUID(), UUID.randomUUID(), TIME.format(clock.instant()));
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Reply wrong(String sentence) {
    return Html.page(
        400, "<!doctype html><title>Sign in</title><p>%s</p>".formatted(Html.escape(sentence)));
  }

  private String page() {
    StringBuilder rows = new StringBuilder();
    for (Permission permission : registration.configured()) {
      rows.append("<li>").append(Html.escape(permission.displayName()));
      rows.append(" <small>").append(Html.escape(permission.value())).append("</small></li>");
    }
    return """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Permissions requested</title>
        <style>body{font:15px/1.5 "Segoe UI",system-ui,sans-serif;background:#f2f2f2}
        main{max-width:28rem;margin:3rem auto;background:#fff;padding:2rem;box-shadow:0 2px 6px #0003}
        button{padding:.4rem 2rem;font:inherit}.primary{background:#0067b8;color:#fff;border:1px solid #0067b8}</style>
        </head><body><main><p>admin@contoso.com</p><h1>Permissions requested</h1>
        <p><strong>Chronom Read-Only App Registration</strong></p><p>This app would like to:</p><ul>%s</ul>
        <form method="post"><button name="cancel" value="1">Cancel</button>
        <button class="primary" name="accept" value="1">Accept</button>
        <details><summary>More ways to end</summary><button name="not-entitled" value="1">Sign in without the role</button>
        <button name="broken" value="1">Fail to create the enterprise application</button></details></form></main></body></html>
        """
        .formatted(rows);
  }
}
