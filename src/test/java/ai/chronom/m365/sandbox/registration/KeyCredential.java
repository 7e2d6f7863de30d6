package ai.chronom.m365.sandbox.registration;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** A certificate of the app registration: what its owner proves itself by, without a secret. */
public record KeyCredential(String keyId, String displayName, X509Certificate certificate) {

  /**
   * As the portal's upload takes it: DER or PEM, in base64.
   *
   * @throws IllegalArgumentException when it is no certificate
   */
  static X509Certificate read(String base64) {
    try {
      byte[] file = Base64.getMimeDecoder().decode(base64);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(file));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "The file uploaded is no certificate: upload a .cer, .pem or .crt file.", e);
    }
  }

  String base64() {
    return Base64.getEncoder().encodeToString(der());
  }

  private byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  public Instant start() {
    return certificate.getNotBefore().toInstant();
  }

  public Instant end() {
    return certificate.getNotAfter().toInstant();
  }

  /** SHA-1 in upper-case hex, as the portal shows it. */
  public String thumbprint() {
    return HexFormat.of().withUpperCase().formatHex(digest("SHA-1"));
  }

  /** As in Graph: the thumbprint's bytes in base64. */
  public String customKeyIdentifier() {
    return Base64.getEncoder().encodeToString(digest("SHA-1"));
  }

  /** Whether the header of an assertion names this certificate. */
  public boolean isNamedBy(String x5t, String x5tS256) {
    return isNamed(x5t, "SHA-1") || isNamed(x5tS256, "SHA-256");
  }

  /** Microsoft's own library writes the hash in plain base64, and Entra takes both. */
  private boolean isNamed(String base64, String algorithm) {
    String url = base64.replace('+', '-').replace('/', '_').replace("=", "");
    return !url.isEmpty()
        && url.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest(algorithm)));
  }

  private byte[] digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm).digest(der());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a text is a private key that somebody uploads by mistake. */
  static boolean isPrivateKey(String base64) {
    String text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    return text.contains("PRIVATE KEY");
  }
}
