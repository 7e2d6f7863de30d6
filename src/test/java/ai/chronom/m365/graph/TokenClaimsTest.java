package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {
  @Test
  void rolesAreRead() {
    assertThat(TokenClaims.roles(token("{\"roles\":[\"A\",\"B\",5]}"))).contains(Set.of("A", "B"));
  }

  @Test
  void withoutTheClaimNothingIsConsented() {
    assertThat(TokenClaims.roles(token("{\"aud\":\"x\"}"))).contains(Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "opaque", "a.b", "a.!!!.c", "a.bm90IGpzb24.c", "a.b.c.d.e"})
  void opaqueTokensSayNothing(String token) {
    assertThat(TokenClaims.roles(token)).isEmpty();
  }

  private static String token(String payload) {
    String middle =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    return "e30." + middle + ".signature";
  }
}
