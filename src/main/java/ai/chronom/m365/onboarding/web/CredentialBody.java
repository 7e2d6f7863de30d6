package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.onboarding.CredentialForm;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.Pkcs12File;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of a JSON body that name a certificate. */
record CredentialBody(
    @Nullable String pkcs12, @Nullable String pkcs12Password, @Nullable String certificateId) {
  boolean isGiven() {
    return pkcs12 != null || certificateId != null;
  }

  /**
   * Throws a {@link Problem} of kind invalid-input.
   *
   * @param secret which would be one credential too many
   */
  CredentialForm certificate(@Nullable String secret) {
    if (Stream.of(pkcs12, certificateId, secret).filter(Objects::nonNull).count() > 1) {
      throw Problem.invalid(
          pkcs12 == null ? CredentialForm.CERTIFICATE_ID : CredentialForm.PKCS12,
          "A tenant signs in with one credential: give a client secret, a PKCS#12 file or a"
              + " generated certificate.");
    }
    return certificateId == null
        ? new CredentialForm.Upload(file())
        : new CredentialForm.Generated(certificateId);
  }

  private @Nullable Pkcs12File file() {
    if (pkcs12 == null) {
      return null;
    }
    try {
      return Pkcs12File.of(Base64.getMimeDecoder().decode(pkcs12), pkcs12Password);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(CredentialForm.PKCS12, "The file's bytes in base64 are expected.");
    }
  }

  static CredentialForm secret(@Nullable String typed, @Nullable String expiresOn) {
    return new CredentialForm.Secret(typed == null ? null : ClientSecret.ofTyped(typed), expiresOn);
  }

  @Override
  public String toString() {
    return "CredentialBody[***]";
  }
}
