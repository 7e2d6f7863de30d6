package ai.chronom.m365.sandbox.portal;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Secret;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Html;
import ai.chronom.m365.sandbox.wire.Lines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one page of the portal, with the labels that the real one has. */
final class PortalPage {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);

  private final Registration registration;
  private final Contoso contoso;
  private final Clock clock;
  private final String frame = String.join("\n", Lines.of("portal.html"));

  PortalPage(Registration registration, Contoso contoso, Clock clock) {
    this.registration = registration;
    this.contoso = contoso;
    this.clock = clock;
  }

  String html(Optional<Secret> justMade) {
    Registration.Identity identity = registration.identity();
    return frame
        .replace("@name@", Html.escape(Registration.DISPLAY_NAME))
        .replace("@tenant@", Html.escape(contoso.displayName()))
        .replace("@tenantId@", identity.tenantId())
        .replace("@applicationId@", identity.applicationId())
        .replace("@objectId@", identity.applicationObjectId())
        .replace("@redirectUris@", redirectUris())
        .replace("@domain@", Registration.DOMAIN)
        .replace("@users@", String.format(Locale.US, "%,d", contoso.users()))
        .replace("@newSecret@", justMade.map(PortalPage::shownOnce).orElse(""))
        .replace("@certificates@", certificates())
        .replace("@secrets@", secrets())
        .replace("@permissions@", permissions(true))
        .replace("@otherPermissions@", permissions(false))
        .replace("@switches@", switches());
  }

  private String redirectUris() {
    return registration.profile().webRedirects().stream()
        .map(uri -> Html.escape(uri) + " (Web)")
        .collect(Collectors.joining("<br>"));
  }

  private static String shownOnce(Secret secret) {
    return """
        <div class="once" role="status"><strong>Copy the value now.</strong> Client secret values cannot be viewed again.
        <label>Value <input readonly id="new-secret-value" value="%s"></label>
        <button type="button" data-copy="new-secret-value">Copy</button>
        <label>Secret ID <input readonly id="new-secret-id" value="%s"></label></div>
        """
        .formatted(Html.escape(secret.value()), secret.keyId());
  }

  private String secrets() {
    Instant now = clock.instant();
    return registration.secrets().stream()
        .map(
            secret ->
                "<tr><td>%s</td><td class=\"%s\">%s</td><td><code>%s******************</code></td><td><code>%s</code></td><td>%s%s</td></tr>"
                    .formatted(
                        Html.escape(secret.displayName()),
                        secret.isExpired(now) ? "bad" : "",
                        day(secret.end()) + (secret.isExpired(now) ? " (expired)" : ""),
                        Html.escape(secret.hint()),
                        secret.keyId(),
                        button("secrets/expire", "Expire", "keyId", secret.keyId()),
                        button("secrets/delete", "Delete", "keyId", secret.keyId())))
        .collect(Collectors.joining("\n"));
  }

  private String certificates() {
    Instant now = clock.instant();
    return registration.certificates().stream()
        .map(
            certificate ->
                "<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td class=\"%s\">%s</td><td><code>%s</code></td><td>%s</td></tr>"
                    .formatted(
                        certificate.thumbprint(),
                        Html.escape(certificate.displayName()),
                        day(certificate.start()),
                        now.isAfter(certificate.end()) ? "bad" : "",
                        day(certificate.end()),
                        certificate.keyId(),
                        button("certificates/delete", "Delete", "keyId", certificate.keyId())))
        .collect(Collectors.joining("\n"));
  }

  private static String day(Instant instant) {
    return DAY.format(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  private String permissions(boolean required) {
    List<Permission> configured = registration.configured();
    Map<Permission, Instant> granted = registration.granted();
    StringBuilder rows = new StringBuilder();
    for (Permission permission : Permissions.ALL) {
      if (permission.required() != required) {
        continue;
      }
      boolean asked = configured.contains(permission);
      boolean consented = granted.containsKey(permission);
      rows.append(
          """
          <tr class="%s"><td><input type="checkbox" form="configured" name="p-%s" id="p-%s" %s></td>
          <td><label for="p-%s">%s</label></td><td>%s</td><td>%s</td><td>%s</td><td class="%s">%s</td><td>%s</td></tr>
          """
              .formatted(
                  permission.required() ? "required" : "other",
                  permission.id(),
                  permission.id(),
                  asked ? "checked" : "",
                  permission.id(),
                  Html.escape(permission.value()),
                  permission.kind().label(),
                  Html.escape(permission.displayName()),
                  permission.needsAdminConsent() ? "Yes" : "No",
                  consented ? "good" : asked ? "warn" : "",
                  status(asked, consented),
                  consented
                      ? button("permissions/revoke", "Revoke", "id", permission.id())
                      : button("permissions/grant", "Grant", "id", permission.id())));
    }
    return rows.toString();
  }

  private String status(boolean asked, boolean consented) {
    String tenant = Html.escape(contoso.displayName());
    if (consented) {
      return "\u2714 Granted for " + tenant + (asked ? "" : " (not configured)");
    }
    return asked ? "\u26A0 Not granted for " + tenant : "";
  }

  private String switches() {
    return Arrays.stream(Switch.values())
        .collect(
            Collectors.groupingBy(Switch::group, java.util.LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            group ->
                "<h3>%s</h3><table>%s</table>"
                    .formatted(Html.escape(group.getKey()), rows(group.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private String rows(List<Switch> switches) {
    return switches.stream()
        .map(
            each -> {
              boolean on = registration.is(each);
              boolean usual = on == each.initially();
              return """
                  <tr><td>%s</td><td class="%s">%s</td><td><form method="post" action="/switches">
                  <input type="hidden" name="name" value="%s"><input type="hidden" name="on" value="%s">
                  <button id="switch-%s">%s</button></form></td></tr>
                  """
                  .formatted(
                      Html.escape(each.label()),
                      usual ? "good" : "warn",
                      on ? "Yes" : "No",
                      each.name(),
                      !on,
                      each.name(),
                      on ? "Turn off" : "Turn on");
            })
        .collect(Collectors.joining());
  }

  /**
   * The id of a button is action and value, so that a browser test finds it: revoke-{permission
   * id}.
   */
  private static String button(String action, String label, String name, String value) {
    return """
        <form method="post" action="/%s"><input type="hidden" name="%s" value="%s"><button id="%s-%s" title="%s %s">%s</button></form>
        """
        .formatted(
            action,
            name,
            value,
            action.substring(action.indexOf('/') + 1),
            value,
            label,
            value,
            label);
  }
}
