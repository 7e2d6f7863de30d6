package ai.chronom.m365.sandbox.entra;

import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.wire.Call;
import ai.chronom.m365.sandbox.wire.Html;
import ai.chronom.m365.sandbox.wire.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The admin consent link: shows what is asked for, grants it, leads back to the app. */
final class ConsentPage {
  private final Registration registration;

  ConsentPage(Registration registration) {
    this.registration = registration;
  }

  Reply answer(Call call, String tenantId) {
    Map<String, String> asked = call.queryParameters();
    String application = asked.getOrDefault("client_id", "");
    if (!application.equalsIgnoreCase(registration.identity().applicationId())) {
      throw new EntraRefusal(EntraError.APPLICATION_UNKNOWN, application);
    }
    String redirect = asked.getOrDefault("redirect_uri", Registration.REDIRECT_URI);
    if (!redirect.equals(Registration.REDIRECT_URI)) {
      return Html.page(
          400,
          "<!doctype html><title>Sign in</title><p>AADSTS50011: The redirect URI specified in the request does not"
              + " match the redirect URIs configured for the application.</p>");
    }
    if (!call.method().equals("POST")) {
      return Html.page(200, page());
    }
    String state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
    if (call.form().containsKey("cancel")) {
      return Reply.seeOther(
          redirect
              + "?error=permission_denied&error_description=The+admin+canceled&admin_consent=True&state="
              + state);
    }
    registration.grantAdminConsent();
    return Reply.seeOther(redirect + "?admin_consent=True&tenant=" + tenantId + "&state=" + state);
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
        <button class="primary" name="accept" value="1">Accept</button></form></main></body></html>
        """
        .formatted(rows);
  }
}
