package ai.chronom.m365.vault;

/** What our app proves itself by, in clear for as short as possible. */
public sealed interface Credential extends AutoCloseable permits ClientSecret, CertificateKey {
  CredentialKind kind();

  /** How the app registration's own list shows it: three characters, or a thumbprint. */
  String hint();

  /** Overwrites it, as far as Java lets us. */
  @Override
  void close();
}
