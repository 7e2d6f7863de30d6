package ai.chronom.m365.sandbox.registration;

import java.util.List;

/**
 * What the administrator entered when registering the app, beside permissions and secrets.
 *
 * @param signInAudience Microsoft's word for the supported account types
 * @param publicRedirects of the platform mobile and desktop
 */
public record Profile(
    String displayName,
    String signInAudience,
    List<String> webRedirects,
    List<String> spaRedirects,
    List<String> publicRedirects) {
  /** As the guide says. */
  static Profile ofTheGuide() {
    return new Profile(
        Registration.DISPLAY_NAME,
        "AzureADMyOrg",
        List.of(Registration.REDIRECT_URI),
        List.of(),
        List.of());
  }

  public Profile named(String other) {
    return new Profile(other, signInAudience, webRedirects, spaRedirects, publicRedirects);
  }

  public Profile withAudience(String other) {
    return new Profile(displayName, other, webRedirects, spaRedirects, publicRedirects);
  }

  /** In the portal's three platforms. */
  public Profile withRedirects(List<String> web, List<String> spa, List<String> mobile) {
    return new Profile(displayName, signInAudience, web, spa, mobile);
  }
}
