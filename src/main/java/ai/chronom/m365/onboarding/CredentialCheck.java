package ai.chronom.m365.onboarding;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.Pkcs12File;
import ai.chronom.m365.vault.Pkcs12Trouble;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the credential of a form and collects what is wrong with it. */
final class CredentialCheck {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String EXPORT =
      "export key and certificate together, for example with openssl pkcs12 -export.";
  private static final Map<Pkcs12Trouble, String> PKCS12_TROUBLE =
      Map.ofEntries(
          Map.entry(Pkcs12Trouble.EMPTY, "Choose a PKCS#12 file (.pfx or .p12)."),
          Map.entry(
              Pkcs12Trouble.TOO_LARGE,
              "A PKCS#12 file with one key has at most "
                  + Pkcs12File.BYTES_MAX / 1024
                  + " KiB: export the key with its own certificate only."),
          Map.entry(Pkcs12Trouble.PEM, "That is a PEM file; a PKCS#12 file is needed: " + EXPORT),
          Map.entry(
              Pkcs12Trouble.NOT_PKCS12, "That is no readable PKCS#12 file (.pfx, .p12): " + EXPORT),
          Map.entry(Pkcs12Trouble.WRONG_PASSWORD, "This password does not open the file."),
          Map.entry(
              Pkcs12Trouble.NO_KEY,
              "The file holds no private key with its certificate: " + EXPORT),
          Map.entry(
              Pkcs12Trouble.SEVERAL_KEYS,
              "The file holds several private keys: export only the one that is meant."),
          Map.entry(
              Pkcs12Trouble.NOT_RSA,
              "Entra takes certificates with an RSA key only; this is another kind."),
          Map.entry(
              Pkcs12Trouble.KEY_LENGTH,
              "An RSA key of "
                  + Pkcs12File.BITS_MIN
                  + " to "
                  + Pkcs12File.BITS_MAX
                  + " bits is needed."),
          Map.entry(
              Pkcs12Trouble.NOT_A_PAIR, "The certificate in the file belongs to another key."),
          Map.entry(Pkcs12Trouble.NOT_YET_VALID, "This certificate is not valid yet."),
          Map.entry(Pkcs12Trouble.EXPIRED, "This certificate has expired: make a new one."));

  private final FieldCheck fields;
  private final Instant now;

  CredentialCheck(FieldCheck fields, Instant now) {
    this.fields = fields;
    this.now = now;
  }

  /** Empty means: there is no usable credential, and the errors say why. */
  Optional<CheckedCredential> check(CredentialForm form) {
    if (form instanceof CredentialForm.Secret secret) {
      return secret(secret);
    }
    return form instanceof CredentialForm.Upload upload
        ? upload(upload.file())
        : generated(((CredentialForm.Generated) form).certificateId());
  }

  private Optional<CheckedCredential> secret(CredentialForm.Secret form) {
    Optional<ClientSecret> secret = fields.secret(form.clientSecret());
    Optional<LocalDate> expiry =
        fields.expiry(form.expiresOn(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    return secret.map(value -> new CheckedCredential.Given(value, expiry.orElse(null)));
  }

  private Optional<CheckedCredential> upload(@Nullable Pkcs12File file) {
    if (file == null) {
      return wrong(CredentialForm.PKCS12, PKCS12_TROUBLE.get(Pkcs12Trouble.EMPTY));
    }
    Pkcs12File.Reading reading = file.read(now);
    if (reading instanceof Pkcs12File.Reading.Usable usable) {
      return Optional.of(new CheckedCredential.Given(usable.key(), null));
    }
    Pkcs12Trouble trouble = ((Pkcs12File.Reading.Useless) reading).trouble();
    return wrong(
        trouble == Pkcs12Trouble.WRONG_PASSWORD
            ? CredentialForm.PKCS12_PASSWORD
            : CredentialForm.PKCS12,
        PKCS12_TROUBLE.get(trouble));
  }

  private Optional<CheckedCredential> generated(@Nullable String typed) {
    String id = typed == null ? "" : typed.strip();
    return GUID.matcher(id).matches()
        ? Optional.of(new CheckedCredential.Waiting(UUID.fromString(id)))
        : wrong(CredentialForm.CERTIFICATE_ID, "Generate a certificate first.");
  }

  private Optional<CheckedCredential> wrong(String field, @Nullable String message) {
    fields.errors().add(new FieldError(field, String.valueOf(message)));
    return Optional.empty();
  }

  /** For a credential that looked right and is no longer there. */
  static List<FieldError> gone() {
    return List.of(
        new FieldError(
            CredentialForm.CERTIFICATE_ID,
            "This generated certificate no longer waits for this tenant: generate another one, and"
                + " upload that."));
  }
}
