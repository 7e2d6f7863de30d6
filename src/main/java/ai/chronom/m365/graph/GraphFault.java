package ai.chronom.m365.graph;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * An error answer of Graph. Intune and the reports service put a second JSON document inside the
 * message; its code and text count too (seen in the field, 2026).
 *
 * @param code empty when Graph gave none
 * @param innerCode of the document inside the message; empty when there is none
 * @param innerMessage of the document inside the message; empty when there is none
 */
record GraphFault(
    int status,
    String code,
    String message,
    String innerCode,
    String innerMessage,
    String requestId) {
  private static final Set<String> LICENSE_CODES =
      Set.of(
          "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
          "missingLicense",
          "AadPremiumLicenseRequired");

  static GraphFault of(int status, JsonObject body) {
    JsonObject error = JsonText.child(body, "error");
    String message = JsonText.string(error, "message", "");
    JsonObject inner =
        JsonText.object(message.getBytes(StandardCharsets.UTF_8))
            .orElse(JsonObject.EMPTY_JSON_OBJECT);
    JsonObject innerError = JsonText.child(inner, "error");
    return new GraphFault(
        status,
        JsonText.string(error, "code", ""),
        message,
        JsonText.string(
            inner,
            "ErrorCode",
            JsonText.string(innerError, "code", JsonText.string(inner, "code", ""))),
        JsonText.string(
            inner,
            "Message",
            JsonText.string(innerError, "message", JsonText.string(inner, "message", ""))),
        requestId(error));
  }

  private static String requestId(JsonObject error) {
    JsonObject modern = JsonText.child(error, "innerError");
    JsonObject older = JsonText.child(error, "innererror");
    return JsonText.string(modern, "request-id", JsonText.string(older, "request-id", ""));
  }

  /**
   * What it means.
   *
   * @param path of the request: some services speak a dialect
   */
  RefusalKind kind(String path) {
    if (status == 429) {
      return RefusalKind.THROTTLED;
    }
    if (LICENSE_CODES.contains(code) || LICENSE_CODES.contains(innerCode)) {
      return RefusalKind.LICENSE_MISSING;
    }
    if (says("tenant does not have a spo license") || says("not applicable to target tenant")) {
      return RefusalKind.SERVICE_ABSENT;
    }
    if (isIntune(path) && isIntuneAbsent()) {
      return RefusalKind.SERVICE_ABSENT;
    }
    if (path.contains("/sites/") && isRedirectToNowhere()) {
      return RefusalKind.SERVICE_ABSENT;
    }
    return byStatus();
  }

  /** A missing role names the accepted scopes; a tenant without Intune is just forbidden. */
  private boolean isIntuneAbsent() {
    boolean forbidden = (status == 401 || status == 403) && innerCode.equals("Forbidden");
    return isRedirectToNowhere() || (forbidden && !says("scopes"));
  }

  private boolean isRedirectToNowhere() {
    return status >= 300 && status < 400;
  }

  private RefusalKind byStatus() {
    if (status == 401) {
      return code.equals("InvalidAuthenticationToken")
          ? RefusalKind.TOKEN_REJECTED
          : RefusalKind.NOT_PERMITTED;
    }
    if (status == 403) {
      // A claims challenge of Conditional Access says nothing about the role.
      return code.equals("insufficient_claims") ? RefusalKind.OTHER : RefusalKind.NOT_PERMITTED;
    }
    if (status == 404) {
      return RefusalKind.NOT_FOUND;
    }
    return status >= 500 && status != 501 ? RefusalKind.UNAVAILABLE : RefusalKind.OTHER;
  }

  /** The most telling code. */
  String tellingCode() {
    return code.isEmpty() || (code.equals("UnknownError") && !innerCode.isEmpty())
        ? innerCode
        : code;
  }

  /** The most telling text. */
  String tellingMessage() {
    return innerMessage.isEmpty() ? message : innerMessage;
  }

  private boolean says(String words) {
    return (message + " " + innerMessage).toLowerCase(Locale.ROOT).contains(words);
  }

  private static boolean isIntune(String path) {
    return path.contains("/deviceManagement") || path.contains("/deviceAppManagement");
  }
}
