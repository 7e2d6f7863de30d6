package ai.chronom.m365.onboarding;

import java.net.URI;

/**
 * What the admin enters when registering our application in the customer's tenant.
 *
 * @param name what the admin will find it by
 * @param redirectUri where consent returns to; must match the registered one exactly
 */
public record AppRegistration(String name, URI redirectUri) {
  /** How long the secret shall last; Entra allows 24 months at most. */
  public static final int SECRET_DAYS = 730;

  public static final String SECRET_DESCRIPTION = "Chronom";

  /** Entra's own limit for the display name of an application. */
  private static final int NAME_MAX_CHARS = 120;

  /** Throws {@link IllegalArgumentException} with one sentence that names the key. */
  static AppRegistration of(String name, String redirectUri) {
    String stripped = name.strip();
    if (stripped.isEmpty()
        || stripped.length() > NAME_MAX_CHARS
        || stripped.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "chronom.app-registration.name must have 1 to "
              + NAME_MAX_CHARS
              + " characters and no line breaks.");
    }
    return new AppRegistration(stripped, checked(redirectUri.strip()));
  }

  private static URI checked(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw badUri(text);
    }
    boolean local = "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost());
    if (uri.getHost() == null
        || uri.getRawFragment() != null
        || !(local || "https".equals(uri.getScheme()))) {
      throw badUri(text);
    }
    return uri;
  }

  private static IllegalArgumentException badUri(String text) {
    return new IllegalArgumentException(
        "chronom.app-registration.redirect-uri must be an https:// address without a fragment"
            + " (http:// only for localhost), \""
            + text
            + "\" given.");
  }
}
