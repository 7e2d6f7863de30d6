package ai.chronom.m365.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityProviderTest {
  private static final String BACK = "https://chronom.example.com/sign-in/answer";

  private final SignInAttempt attempt =
      SignInAttempt.begin("/settings/people", BACK, Instant.now());
  private final FakeProvider fake = new FakeProvider(attempt.nonce());
  private final IdentityProvider provider =
      new IdentityProvider(
          new OidcSettings(
              FakeProvider.ISSUER,
              FakeProvider.CLIENT,
              "a secret: & more",
              "groups",
              RoleMapping.of(Map.of("chronom-admins", "admin", "all", "viewer"))),
          fake,
          Clock.systemUTC());

  private Said answered(String... more) {
    Map<String, String[]> parameters = new TreeMap<>();
    parameters.put("code", new String[] {"abc"});
    parameters.put("state", new String[] {attempt.state()});
    for (int i = 0; i < more.length; i += 2) {
      parameters.put(more[i], new String[] {more[i + 1]});
    }
    return provider.judge(attempt, new Answer(parameters));
  }

  @Nested
  class Question {
    @Test
    void carriesStateNonceAndTheHashOfTheVerifier() throws IOException {
      String question = provider.question(attempt, false).toString();

      assertThat(question)
          .startsWith(FakeProvider.ISSUER + "/auth?")
          .contains("response_type=code")
          .contains("scope=openid+profile")
          .contains("state=" + attempt.state())
          .contains("nonce=" + attempt.nonce())
          .contains("code_challenge_method=S256")
          .doesNotContain(attempt.verifier())
          .doesNotContain("prompt");
      assertThat(provider.question(attempt, true).toString()).contains("prompt=login");
    }

    @Test
    void differsEachTime() {
      SignInAttempt other = SignInAttempt.begin("/", BACK, Instant.now());

      assertThat(List.of(attempt.state(), attempt.nonce(), attempt.verifier()))
          .doesNotContain(other.state(), other.nonce(), other.verifier())
          .doesNotHaveDuplicates()
          .allSatisfy(random -> assertThat(random).hasSizeGreaterThanOrEqualTo(43));
    }
  }

  @Nested
  class Description {
    @ParameterizedTest
    @ValueSource(
        strings = {
          FakeProvider.ISSUER + "/",
          "https://login.example.com",
          "https://evil.example.com/realm",
          "HTTPS://login.example.com/realm"
        })
    void ofAnotherIssuerIsNotTaken(String issuer) {
      fake.metadata.put("issuer", issuer);

      assertThatThrownBy(() -> provider.question(attempt, false))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri"})
    void thatLeadsOutOfTlsIsNotTaken(String name) {
      fake.metadata.put(name, "http://login.example.com/x");

      assertThatThrownBy(() -> provider.question(attempt, false)).isInstanceOf(IOException.class);
      fake.metadata.remove(name);
      assertThatThrownBy(() -> provider.question(attempt, false)).isInstanceOf(IOException.class);
    }

    @Test
    void isWaitedFor() {
      fake.down = true;
      assertThat(answered()).isInstanceOf(Said.Unreachable.class);
      fake.down = false;
      assertThat(answered()).isInstanceOf(Said.Somebody.class);
    }
  }

  @Nested
  class Answers {
    @Test
    void nameAPersonAndTheHighestRole() {
      assertThat(answered())
          .isInstanceOfSatisfying(
              Said.Somebody.class,
              somebody -> {
                assertThat(somebody.issuer()).isEqualTo(FakeProvider.ISSUER);
                assertThat(somebody.subject()).isEqualTo("7f3a");
                assertThat(somebody.name()).isEqualTo("anna@example.com");
                assertThat(somebody.role()).contains("admin");
              });
      assertThat(fake.forms)
          .singleElement()
          .asString()
          .contains("code_verifier=" + attempt.verifier())
          .contains("Authorization=[Basic ")
          .doesNotContain("a secret");
    }

    @Test
    void ofAnotherIssuerAreNotTaken() {
      assertThat(answered("iss", "https://evil.example.com")).isInstanceOf(Said.Untrusted.class);
      assertThat(answered("iss", FakeProvider.ISSUER)).isInstanceOf(Said.Somebody.class);
      assertThat(fake.forms).hasSize(1);
    }

    @Test
    void thatComeTwiceAreNotTaken() {
      Map<String, String[]> twice = Map.of("code", new String[] {"a", "b"});

      assertThat(provider.judge(attempt, new Answer(twice))).isInstanceOf(Said.Untrusted.class);
      assertThat(fake.forms).isEmpty();
    }

    @Test
    void sayNoInAWordThatIsHarmless() {
      assertThat(answered("error", "access_denied\n<script>"))
          .isEqualTo(new Said.Declined("access_deniedscript"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"error\":\"invalid_grant\",\"error_description\":\"<script>\"}",
          "{}",
          "[]",
          "not json",
          "{\"access_token\":\"x\",\"token_type\":\"Bearer\"}",
          "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"a.b.c\"}",
          "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":7}"
        })
    void withoutAnIdTokenAreNotTaken(String body) {
      fake.tokenAnswer = body;

      assertThat(answered())
          .isInstanceOfSatisfying(
              Said.Untrusted.class, said -> assertThat(said.why()).doesNotContain("<script>"));
    }

    @Test
    void withoutAMappedGroupGiveNoRole() {
      fake.claims.put("groups", List.of("elsewhere", 7, List.of("admin")));
      assertThat(role()).isEmpty();
      fake.claims.put("groups", "all");
      assertThat(role()).contains("viewer");
      fake.claims.remove("groups");
      assertThat(role()).isEmpty();
    }

    private Optional<String> role() {
      return ((Said.Somebody) answered()).role();
    }
  }

  static Stream<Map.Entry<String, Object>> lies() {
    return Stream.of(
        Map.entry("iss", "https://evil.example.com"),
        Map.entry("iss", FakeProvider.ISSUER + "/"),
        Map.entry("aud", "another-client"),
        Map.entry("aud", List.of("another-client", "third")),
        Map.entry("nonce", "another"),
        Map.entry("exp", Date.from(Instant.now().minus(Duration.ofMinutes(5)))),
        Map.entry("iat", Date.from(Instant.now().plus(Duration.ofHours(1)))),
        Map.entry("azp", "another-client"),
        Map.entry("sub", "x".repeat(256)));
  }

  @Nested
  class IdToken {
    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "nonce", "exp", "iat", "sub"})
    void withoutThatClaimIsNotTaken(String claim) {
      fake.claims.remove(claim);
      assertThat(answered()).isInstanceOf(Said.Untrusted.class);
    }

    @ParameterizedTest
    @MethodSource("ai.chronom.m365.identity.IdentityProviderTest#lies")
    void withAClaimThatIsNotOursIsNotTaken(Map.Entry<String, Object> lie) {
      fake.claims.put(lie.getKey(), lie.getValue());
      assertThat(answered()).isInstanceOf(Said.Untrusted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256"})
    void withoutAPublicKeysSignatureIsNotTaken(String algorithm) {
      fake.algorithm = algorithm;
      assertThat(answered()).isInstanceOf(Said.Untrusted.class);
    }

    @Test
    void signedBySomebodyElseIsNotTaken() {
      fake.signingKey = FakeProvider.key("first");
      assertThat(answered()).isInstanceOf(Said.Untrusted.class);
      fake.signingKey = FakeProvider.key("unknown");
      assertThat(answered()).isInstanceOf(Said.Untrusted.class);
    }
  }

  @Test
  void farewellShowsTheTokenAndLeadsBack() {
    String token = ((Said.Somebody) answered()).idToken();

    assertThat(provider.farewell(token, URI.create("https://chronom.example.com/ended")))
        .hasValueSatisfying(
            address ->
                assertThat(address.toString())
                    .startsWith(FakeProvider.ISSUER + "/end?")
                    .contains("id_token_hint=" + token)
                    .contains(
                        "post_logout_redirect_uri=https%3A%2F%2Fchronom.example.com%2Fended"));
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(attempt.toString()).doesNotContain(attempt.state(), attempt.verifier());
    assertThat(answered().toString()).doesNotContain("eyJ");
  }
}
