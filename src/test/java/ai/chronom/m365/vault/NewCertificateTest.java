package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewCertificateTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private final CertificateKey key = NewCertificate.generate("Chronom, \"quoted\" + more", NOW);

  @Test
  void isAPairThatSigns() throws Exception {
    byte[] text = "assertion".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.reveal());
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(key.x509().getPublicKey());
    signature.update(text);
    assertThat(signature.verify(signed)).isTrue();
    assertThat(((RSAPublicKey) key.x509().getPublicKey()).getModulus().bitLength())
        .isEqualTo(NewCertificate.BITS);
  }

  @Test
  void livesAYearAndIsSignedByItself() throws Exception {
    X509Certificate certificate = key.x509();
    certificate.verify(certificate.getPublicKey());
    assertThat(key.facts().notAfter()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    assertThat(key.facts().notBefore()).isBefore(NOW);
    assertThat(certificate.getSubjectX500Principal().getName()).contains("quoted");
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
  }

  @Test
  void comesBackFromItsClearBytesAndIsWiped() {
    CertificateKey again = CertificateKey.ofClear(key.clear());
    assertThat(again.facts()).isEqualTo(key.facts());
    assertThat(again.reveal()).isEqualTo(key.reveal());
    again.close();
    byte[] wiped = again.clear();
    assertThat(wiped).endsWith(new byte[64]);
    assertThat(again).hasToString("CertificateKey[***]");
  }
}
