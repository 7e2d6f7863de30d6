package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  @Test
  void tokenSaysWhoseItIsAndCarries256Bits() {
    assertThat(Tokens.random()).matches("cht_[A-Za-z0-9_-]{43}");
  }

  @Test
  void noTwoTokensAreAlike() {
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      tokens.add(Tokens.random());
    }
    assertThat(tokens).hasSize(1000);
  }

  @Test
  void hashIsSha256InHex() {
    assertThat(Tokens.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void readsTheTokenOfAHeader() {
    String token = Tokens.random();
    assertThat(Tokens.ofHeader("Bearer " + token)).contains(token);
    assertThat(Tokens.ofHeader("bearer  " + token)).contains(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer ä", "cht_x"})
  void readsNothingElse(String header) {
    assertThat(Tokens.ofHeader(header)).isEmpty();
  }

  @Test
  void readsNoTokenWithoutEnd() {
    assertThat(Tokens.ofHeader(null)).isEmpty();
    assertThat(Tokens.ofHeader("Bearer " + "a".repeat(513))).isEmpty();
  }

  @Test
  void issuedTokenDoesNotTellItsText() {
    assertThat(new IssuedToken("1", "ci", "viewer", "cht_secret").toString())
        .doesNotContain("cht_secret");
  }
}
