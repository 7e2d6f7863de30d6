package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.Credential;
import ai.chronom.m365.vault.OpenedCredential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work signs in with the credential that it began with, even when another replaces it. */
class TenantSignInTest {
  private final Safe safe = new Safe();
  private final Set<String> acceptedByEntra = new HashSet<>();
  private final List<String> shown = new ArrayList<>();
  private final TenantSignIn signIn = new TenantSignIn(safe, this::entra);

  @BeforeEach
  void beginUnderTheFirst() {
    safe.present(1, "first-secret");
    acceptedByEntra.addAll(Set.of("first-secret", "second-secret"));
    assertThat(signIn.get().token()).isNotNull();
  }

  @Test
  void renewsWithTheOneItBeganWith() {
    safe.present(2, "second-secret");
    assertThat(signIn.get().token()).isNotNull();
    assertThat(shown).containsExactly("first-secret", "first-secret");
  }

  @Test
  void goesOnWithTheNewOneOnceTheOldIsForgotten() {
    safe.present(2, "second-secret");
    safe.kept.remove(1L);
    assertThat(signIn.get().token()).isNotNull();
    assertThat(shown).containsExactly("first-secret", "second-secret");
  }

  @Test
  void goesOnWithTheNewOneOnceEntraRejectsTheOld() {
    safe.present(2, "second-secret");
    acceptedByEntra.remove("first-secret");
    assertThat(signIn.get().token()).isNotNull();
    assertThat(signIn.get().token()).isNotNull();
    assertThat(shown)
        .containsExactly("first-secret", "first-secret", "second-secret", "second-secret");
  }

  @Test
  void asksOnlyOnceWhenTheOneInUseIsRejected() {
    acceptedByEntra.clear();
    assertThat(signIn.get().answer()).isInstanceOf(TokenAnswer.Refused.class);
    assertThat(shown).containsExactly("first-secret", "first-secret");
  }

  @Test
  void tellsTheNewOnesRefusalWhenBothAreRejected() {
    safe.present(2, "second-secret");
    acceptedByEntra.clear();
    assertThat(signIn.get().token()).isNull();
    assertThat(shown).endsWith("first-secret", "second-secret");
  }

  private Entra.Exchange entra(Credential credential) {
    String secret = ((ClientSecret) credential).reveal();
    shown.add(secret);
    if (acceptedByEntra.contains(secret)) {
      return new Entra.Exchange(
          new TokenAnswer.Issued(Set.of()),
          new AccessToken("token", Optional.empty(), Instant.EPOCH));
    }
    EntraError error =
        new EntraError(
            7000215,
            "invalid_client",
            "Wrong.",
            "Replace it.",
            "",
            null,
            null,
            false,
            null,
            null,
            null);
    return new Entra.Exchange(new TokenAnswer.Refused(error), null);
  }

  private static final class Safe implements TenantSignIn.Keys {
    final Map<Long, String> kept = new HashMap<>();
    private long version;

    void present(long newVersion, String secret) {
      version = newVersion;
      kept.put(newVersion, secret);
    }

    @Override
    public OpenedCredential present() {
      return opened(version);
    }

    @Override
    public OpenedCredential kept(long wanted) {
      return opened(kept.containsKey(wanted) ? wanted : version);
    }

    private OpenedCredential opened(long which) {
      return new OpenedCredential(ClientSecret.of(kept.getOrDefault(which, "")), which);
    }

    @Override
    public long presentVersion() {
      return version;
    }
  }
}
