package ai.chronom.m365.vault;

import org.jspecify.annotations.Nullable;

/** A credential as the bytes that are sealed. */
final class CredentialBytes {
  private CredentialBytes() {}

  /** What to seal; the caller overwrites it. */
  static byte[] clear(Credential credential) {
    return credential instanceof ClientSecret secret
        ? secret.utf8()
        : ((CertificateKey) credential).clear();
  }

  /** What {@link #clear} told, read again; the caller overwrites the bytes. */
  static Credential read(CredentialKind kind, byte[] clear) {
    return kind == CredentialKind.CLIENT_SECRET
        ? ClientSecret.ofUtf8(clear)
        : CertificateKey.ofClear(clear);
  }

  /** The public part; null when there is none. */
  static byte @Nullable [] certificate(Credential credential) {
    return credential instanceof CertificateKey key ? key.facts().der() : null;
  }
}
