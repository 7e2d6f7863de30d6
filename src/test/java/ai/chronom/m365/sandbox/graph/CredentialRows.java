package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.registration.KeyCredential;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Secret;
import java.util.List;
import java.util.Map;

/** The registration's secrets and certificates as Graph tells of them. */
final class CredentialRows {
  private CredentialRows() {}

  static List<Map<String, Object>> passwords(Registration registration) {
    return registration.secrets().stream().map(CredentialRows::password).toList();
  }

  static List<Map<String, Object>> keys(Registration registration) {
    return registration.certificates().stream().map(CredentialRows::key).toList();
  }

  private static Map<String, Object> password(Secret secret) {
    return Props.of("customKeyIdentifier", null)
        .and("displayName", secret.displayName())
        .and("endDateTime", secret.end().toString())
        .and("hint", secret.hint())
        .and("keyId", secret.keyId())
        .and("secretText", null)
        .and("startDateTime", secret.start().toString());
  }

  /** The key itself comes only when somebody selects it by name. */
  private static Map<String, Object> key(KeyCredential certificate) {
    return Props.of("customKeyIdentifier", certificate.customKeyIdentifier())
        .and("displayName", certificate.displayName())
        .and("endDateTime", certificate.end().toString())
        .and("key", null)
        .and("keyId", certificate.keyId())
        .and("startDateTime", certificate.start().toString())
        .and("type", "AsymmetricX509Cert")
        .and("usage", "Verify");
  }
}
