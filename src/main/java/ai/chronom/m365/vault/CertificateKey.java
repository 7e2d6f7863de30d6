package ai.chronom.m365.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/**
 * A certificate's private key in clear, for as short as possible. It tells itself to nobody: {@link
 * #reveal()} is for the token request alone (the architecture test sees to it).
 */
public final class CertificateKey implements Credential {
  private final CertificateFacts facts;
  private final byte[] pkcs8;

  private CertificateKey(CertificateFacts facts, byte[] pkcs8) {
    this.facts = facts;
    this.pkcs8 = pkcs8;
  }

  static CertificateKey of(PrivateKey key, X509Certificate certificate) {
    return new CertificateKey(CertificateFacts.of(certificate), key.getEncoded());
  }

  /** The certificate is sealed along with its key, so that nobody swaps it. */
  byte[] clear() {
    byte[] der = facts.der();
    return ByteBuffer.allocate(Integer.BYTES + der.length + pkcs8.length)
        .putInt(der.length)
        .put(der)
        .put(pkcs8)
        .array();
  }

  static CertificateKey ofClear(byte[] clear) {
    ByteBuffer in = ByteBuffer.wrap(clear);
    byte[] der = new byte[in.getInt()];
    in.get(der);
    byte[] pkcs8 = new byte[in.remaining()];
    in.get(pkcs8);
    return new CertificateKey(CertificateFacts.of(der), pkcs8);
  }

  /** In clear, for the signature that Entra wants; only room {@code graph} may call this. */
  public PrivateKey reveal() {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      // No cause: it could quote the key.
      throw new IllegalStateException("an RSA key expected");
    }
  }

  public X509Certificate x509() {
    return CertificateFacts.x509(facts.der());
  }

  public CertificateFacts facts() {
    return facts;
  }

  @Override
  public CredentialKind kind() {
    return CredentialKind.CERTIFICATE;
  }

  @Override
  public String hint() {
    return facts.thumbprint();
  }

  /** Overwrites it. What {@link #reveal} gave away lives until the garbage collector comes. */
  @Override
  public void close() {
    Arrays.fill(pkcs8, (byte) 0);
  }

  @Override
  public String toString() {
    return "CertificateKey[***]";
  }
}
