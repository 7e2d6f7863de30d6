package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The key of the audit chain against RFC 4231 and Wycheproof for HMAC-SHA-256. */
class HmacKeyTest {
  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "0b".repeat(20),
            hex("Hi There"),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        Arguments.of(
            hex("Jefe"),
            hex("what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Arguments.of(
            "aa".repeat(20),
            "dd".repeat(50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        Arguments.of(
            "0102030405060708090a0b0c0d0e0f10111213141516171819",
            "cd".repeat(50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        Arguments.of(
            "aa".repeat(131),
            hex("Test Using Larger Than Block-Size Key - Hash Key First"),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        Arguments.of(
            "aa".repeat(131),
            hex(
                "This is a test using a larger than block-size key and a larger than block-size"
                    + " data. The key needs to be hashed before being used by the HMAC algorithm."),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void linksAsTheStandardSays(String key, String data, String expected) {
    try (HmacKey hmac = new HmacKey(HexFormat.of().parseHex(key))) {
      assertThat(hmac.link(HexFormat.of().parseHex(data))).isEqualTo(expected);
    }
  }

  @Test
  void agreesWithWycheproof() throws IOException {
    List<String> lines =
        Files.readAllLines(
            Path.of("src/test/resources/ai/chronom/m365/vault/wycheproof-hmac-sha256.csv"));
    List<String[]> vectors =
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(",", -1))
            .toList();
    assertThat(vectors).hasSize(174);
    for (String[] vector : vectors) {
      try (HmacKey hmac = new HmacKey(HexFormat.of().parseHex(vector[0]))) {
        // Half of the tags are cut to 128 bits.
        assertThat(hmac.link(HexFormat.of().parseHex(vector[1])).startsWith(vector[2]))
            .as(String.join(",", vector))
            .isEqualTo(vector[3].isEmpty());
      }
    }
  }

  @Test
  void freshKeysAreNeverTheSameAndAsLongAsTheHash() {
    assertThat(HmacKey.freshKey()).hasSize(32).isNotEqualTo(HmacKey.freshKey());
  }

  private static String hex(String ascii) {
    return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
