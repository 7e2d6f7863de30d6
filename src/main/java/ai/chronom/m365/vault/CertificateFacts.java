package ai.chronom.m365.vault;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public part of a certificate: what the app registration keeps and shows.
 *
 * @param thumbprint SHA-1 of the encoding in upper-case hex, as the portal shows it; it names the
 *     certificate and proves nothing
 * @param der the encoded certificate
 */
@SuppressWarnings("ArrayRecordComponent")
public record CertificateFacts(String thumbprint, Instant notBefore, Instant notAfter, byte[] der) {
  private static final int LINE_CHARS = 64;

  static CertificateFacts of(X509Certificate certificate) {
    try {
      byte[] der = certificate.getEncoded();
      return new CertificateFacts(
          HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(der)),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant(),
          der);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("an encodable certificate expected", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime offers no SHA-1", e);
    }
  }

  static CertificateFacts of(byte[] der) {
    return of(x509(der));
  }

  static X509Certificate x509(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("an encoded certificate expected", e);
    }
  }

  /** Its last whole day, as for secrets. */
  public LocalDate expiresOn() {
    return notAfter.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public byte[] der() {
    return der.clone();
  }

  /** For a text field, or a file that ends with .pem. */
  public String pem() {
    String body = Base64.getMimeEncoder(LINE_CHARS, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificateFacts facts && Arrays.equals(der, facts.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "CertificateFacts[" + thumbprint + "]";
  }
}
