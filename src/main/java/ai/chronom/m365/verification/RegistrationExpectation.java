package ai.chronom.m365.verification;

import java.time.Instant;
import java.util.Optional;

/**
 * What the guide told the admin to enter.
 *
 * @param secretHint first three characters of the sealed secret, or the thumbprint of the sealed
 *     certificate; empty when not known
 * @param now by which secrets are valid or expired
 */
record RegistrationExpectation(
    String displayName, String redirectUri, Optional<String> secretHint, Instant now) {}
