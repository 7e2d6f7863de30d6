package ai.chronom.m365.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * What came back in the address, from Microsoft or from anybody else; nothing of it is believed
 * before the state is known to be ours. Parameters as of Microsoft's page on the admin consent
 * endpoint (2025).
 *
 * @param error set on a refusal, although admin_consent may say True at the same time
 * @param tenant where consent was given, by their word
 */
public record ConsentAnswer(
    @Nullable String state,
    @Nullable String error,
    @Nullable String errorDescription,
    @Nullable String adminConsent,
    @Nullable String tenant) {
  boolean isRefusal() {
    return error != null && !error.isBlank();
  }

  boolean isConsent() {
    return "true".equalsIgnoreCase(adminConsent);
  }
}
