package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.OwnCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Pkcs12FileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(300));
  private static final String PASSWORD = "open sesame";
  private static final OwnCertificate OWN = OwnCertificate.rsa(NOW, LATER);

  @Test
  void readsTheOneKeyWithItsCertificate() {
    try (Pkcs12File file = Pkcs12File.of(OWN.pkcs12(PASSWORD), PASSWORD)) {
      CertificateKey key = ((Pkcs12File.Reading.Usable) file.read(NOW)).key();
      assertThat(key.reveal()).isEqualTo(OWN.key());
      assertThat(key.facts().der()).isEqualTo(OWN.der());
      assertThat(key.facts().notAfter()).isEqualTo(LATER);
    }
  }

  @Test
  void readsAFileWithoutAPassword() {
    assertThat(Pkcs12File.of(OWN.pkcs12(""), null).read(NOW))
        .isInstanceOf(Pkcs12File.Reading.Usable.class);
  }

  @Test
  void refusesAWrongPassword() {
    assertTrouble(OWN.pkcs12(PASSWORD), "open the door", Pkcs12Trouble.WRONG_PASSWORD);
    assertTrouble(OWN.pkcs12(PASSWORD), null, Pkcs12Trouble.WRONG_PASSWORD);
  }

  @Test
  void refusesWhatIsNoPkcs12() {
    assertTrouble(new byte[0], PASSWORD, Pkcs12Trouble.EMPTY);
    assertTrouble(new byte[Pkcs12File.BYTES_MAX + 1], PASSWORD, Pkcs12Trouble.TOO_LARGE);
    assertTrouble(OWN.pem().getBytes(StandardCharsets.US_ASCII), PASSWORD, Pkcs12Trouble.PEM);
    assertTrouble(OWN.der(), PASSWORD, Pkcs12Trouble.NOT_PKCS12);
    byte[] half = Arrays.copyOf(OWN.pkcs12(PASSWORD), 700);
    assertTrouble(half, PASSWORD, Pkcs12Trouble.NOT_PKCS12);
  }

  @Test
  void refusesNoneOrSeveralKeys() {
    OwnCertificate other = OwnCertificate.rsa(NOW, LATER);
    assertTrouble(OwnCertificate.pkcs12Of(PASSWORD), PASSWORD, Pkcs12Trouble.NO_KEY);
    assertTrouble(
        OwnCertificate.pkcs12Of(PASSWORD, OWN, other), PASSWORD, Pkcs12Trouble.SEVERAL_KEYS);
  }

  @Test
  void refusesKeysThatEntraDoesNotTake() {
    OwnCertificate elliptic = OwnCertificate.made("EC", 256, NOW, LATER);
    OwnCertificate shortKey = OwnCertificate.made("RSA", 1024, NOW, LATER);
    assertTrouble(elliptic.pkcs12(PASSWORD), PASSWORD, Pkcs12Trouble.NOT_RSA);
    assertTrouble(shortKey.pkcs12(PASSWORD), PASSWORD, Pkcs12Trouble.KEY_LENGTH);
  }

  @Test
  void refusesACertificateOfAnotherKey() {
    OwnCertificate other = OwnCertificate.rsa(NOW, LATER);
    OwnCertificate mixed = new OwnCertificate(OWN.key(), other.certificate());
    assertTrouble(mixed.pkcs12(PASSWORD), PASSWORD, Pkcs12Trouble.NOT_A_PAIR);
  }

  @Test
  void refusesACertificateOutsideOfItsTime() {
    assertThat(useless(OWN.pkcs12(PASSWORD), PASSWORD, LATER)).isEqualTo(Pkcs12Trouble.EXPIRED);
    assertThat(useless(OWN.pkcs12(PASSWORD), PASSWORD, NOW.minus(Duration.ofHours(1))))
        .isEqualTo(Pkcs12Trouble.NOT_YET_VALID);
  }

  @Test
  void overwritesFileAndTellsNothing() {
    byte[] content = OWN.pkcs12(PASSWORD);
    Pkcs12File file = Pkcs12File.of(content, PASSWORD);
    assertThat(file.toString()).doesNotContain(PASSWORD);
    file.close();
    assertThat(content).containsOnly(0);
  }

  private static void assertTrouble(byte[] content, String password, Pkcs12Trouble trouble) {
    assertThat(useless(content, password, NOW.plusSeconds(1))).isEqualTo(trouble);
  }

  private static Pkcs12Trouble useless(byte[] content, String password, Instant now) {
    Pkcs12File.Reading reading = Pkcs12File.of(content.clone(), password).read(now);
    assertThat(reading).isInstanceOf(Pkcs12File.Reading.Useless.class);
    return ((Pkcs12File.Reading.Useless) reading).trouble();
  }
}
