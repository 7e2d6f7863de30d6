package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /** RFC 6238, appendix B. */
  private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:15Z");
  private static final long STEP = NOW.getEpochSecond() / 30;

  /** The last six of the appendix's eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void makesTheCodesOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(SEED, seconds / 30)).isEqualTo(code);
    assertThat(Totp.step(SEED, code, Instant.ofEpochSecond(seconds), 0)).hasValue(seconds / 30);
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void takesNowAndItsNeighbors(int aside, boolean taken) {
    assertThat(Totp.step(SEED, Totp.code(SEED, STEP + aside), NOW, 0).isPresent()).isEqualTo(taken);
  }

  @Test
  void takesNoStepTwiceNorOneBefore() {
    String now = Totp.code(SEED, STEP);
    assertThat(Totp.step(SEED, now, NOW, STEP - 1)).isEqualTo(OptionalLong.of(STEP));
    assertThat(Totp.step(SEED, now, NOW, STEP)).isEmpty();
    assertThat(Totp.step(SEED, Totp.code(SEED, STEP - 1), NOW, STEP)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "12345", "1234567", "ABCDEF", "१२३४५६"})
  void takesNothingElse(String typed) {
    assertThat(Totp.step(SEED, typed, NOW, 0)).isEmpty();
  }

  /** RFC 4648, without padding. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void writesBase32(String text, String expected) {
    assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
  }

  @Test
  void tellsAppsWhatTheyNeed() {
    Enrollment enrollment = new Enrollment("anna berg@x", Totp.base32(SEED));

    assertThat(enrollment.uri())
        .isEqualTo(
            "otpauth://totp/Chronom%3Aanna%20berg%40x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Chronom&algorithm=SHA1&digits=6&period=30");
    assertThat(enrollment.typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(enrollment.toString()).doesNotContain("GEZD");
  }

  @Test
  void recoveryCodesAreRandomAndForgiveHowTheyAreTyped() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      codes.add(RecoveryCode.random());
    }
    assertThat(codes)
        .hasSize(10_000)
        .allMatch(code -> code.matches("([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}"));
    assertThat(RecoveryCode.hash("anna", "abcd-efgh-ijkm-npqr"))
        .isEqualTo(RecoveryCode.hash("anna", " ABCD EFGH ijkmnpqr "))
        .isNotEqualTo(RecoveryCode.hash("otto", "abcd-efgh-ijkm-npqr"))
        .matches("[0-9a-f]{64}");
  }
}
