package ai.chronom.m365.onboarding;

import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.Pkcs12File;
import org.jspecify.annotations.Nullable;

/**
 * How the app shall prove itself, as it was filled in, nothing checked yet; null means left out.
 * {@link #close} overwrites what is secret.
 */
public sealed interface CredentialForm extends AutoCloseable {
  String CLIENT_SECRET = "clientSecret";
  String SECRET_EXPIRES_ON = "secretExpiresOn";
  String PKCS12 = "pkcs12";
  String PKCS12_PASSWORD = "pkcs12Password";
  String CERTIFICATE_ID = "certificateId";

  /** The field at which trouble with the credential itself is told. */
  String field();

  @Override
  void close();

  /**
   * A client secret.
   *
   * @param expiresOn its last day, as ISO 8601 date
   */
  record Secret(@Nullable ClientSecret clientSecret, @Nullable String expiresOn)
      implements CredentialForm {
    @Override
    public String field() {
      return CLIENT_SECRET;
    }

    @Override
    public void close() {
      if (clientSecret != null) {
        clientSecret.close();
      }
    }
  }

  /** A PKCS#12 file with a key and its certificate. */
  record Upload(@Nullable Pkcs12File file) implements CredentialForm {
    @Override
    public String field() {
      return PKCS12;
    }

    @Override
    public void close() {
      if (file != null) {
        file.close();
      }
    }
  }

  /** A certificate that was generated here, and is uploaded in Entra by now. */
  record Generated(@Nullable String certificateId) implements CredentialForm {
    @Override
    public String field() {
      return CERTIFICATE_ID;
    }

    @Override
    public void close() {
      // Its key is still sealed.
    }
  }
}
