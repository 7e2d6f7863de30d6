package ai.chronom.m365.onboarding;

import ai.chronom.m365.vault.ClientSecret;
import org.jspecify.annotations.Nullable;

/**
 * The form that replaces a secret as it was filled in, nothing checked yet; null means left out.
 *
 * @param secretExpiresOn last day of the secret, as ISO 8601 date
 */
public record SecretForm(@Nullable ClientSecret clientSecret, @Nullable String secretExpiresOn) {}
