package ai.chronom.m365.onboarding;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why Microsoft's consent page came back without consent, in our words. */
final class ConsentRefusals {
  private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{4,8})");
  private static final Pattern WORD = Pattern.compile("[a-z_]{3,40}");

  /** Meaning and remedy. */
  record Reason(String meaning, String remedy) {}

  private static final Reason DECLINED =
      new Reason(
          "Consent was canceled on Microsoft's page.",
          "Start again and press Accept, signed in as a Privileged Role Administrator or Global"
              + " Administrator.");
  private static final Reason NOT_ENTITLED =
      new Reason(
          "The account that signed in may not consent for the whole organization.",
          "Start again with a Privileged Role Administrator or Global Administrator: Cloud"
              + " Application Administrators cannot grant these permissions.");
  private static final Reason TROUBLE =
      new Reason(
          "Entra is in trouble and could not take the consent.",
          "Wait a minute, then start again.");
  private static final Reason OTHER =
      new Reason(
          "Microsoft's page came back without consent.",
          "Start again, or grant consent in the portal: open API permissions and press Grant admin"
              + " consent.");

  private static final Map<String, Reason> BY_CODE =
      Map.of(
          "65004", DECLINED,
          "90094", NOT_ENTITLED,
          "90093", NOT_ENTITLED,
          "65001", NOT_ENTITLED,
          "650051",
              new Reason(
                  "Entra could not create the enterprise application in this tenant.",
                  "Wait a few minutes and start again; if it stays, grant consent in the portal,"
                      + " where an older enterprise application of the same name can be removed."),
          "650056",
              new Reason(
                  "The app registration lists no permission that could be consented.",
                  "Add the permissions of the guide to the app registration first."),
          "700016",
              new Reason(
                  "Entra does not know this application in this tenant.",
                  "Check that the application ID is the one of the app registration, and that it"
                      + " was registered in this tenant."));

  private static final Map<String, Reason> BY_WORD =
      Map.of(
          "access_denied", DECLINED,
          "permission_denied", DECLINED,
          "consent_required", DECLINED,
          "unauthorized_client", OTHER,
          "server_error", TROUBLE,
          "temporarily_unavailable", TROUBLE);

  private ConsentRefusals() {}

  /** Microsoft's code when there is one, else its word for the error; never its text. */
  static String code(ConsentAnswer answer) {
    Matcher code = AADSTS.matcher(text(answer.errorDescription()));
    if (code.find()) {
      return code.group();
    }
    String word = text(answer.error()).toLowerCase(Locale.ROOT);
    return WORD.matcher(word).matches() ? word : "error";
  }

  static Reason reason(ConsentAnswer answer) {
    String code = code(answer);
    Reason byCode = BY_CODE.get(code.replace("AADSTS", ""));
    if (byCode != null) {
      return byCode;
    }
    return BY_WORD.getOrDefault(text(answer.error()).toLowerCase(Locale.ROOT), OTHER);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
