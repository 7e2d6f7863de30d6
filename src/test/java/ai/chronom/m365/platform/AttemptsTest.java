package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.identity.SignInAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static SignInAttempt attempt(Instant at) {
    return SignInAttempt.begin("/", "https://chronom.example.com/sign-in/answer", at);
  }

  @Test
  void oldestMakeRoom() {
    List<SignInAttempt> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(attempt(NOW));
    }
    List<SignInAttempt> kept = List.of();
    for (SignInAttempt one : all) {
      kept = Attempts.with(kept, one, NOW);
    }
    assertThat(kept).isEqualTo(all.subList(8 - Attempts.MOST, 8));
  }

  @Test
  void endAfterTenMinutes() {
    SignInAttempt old = attempt(NOW.minus(Duration.ofMinutes(10)));
    SignInAttempt fresh = attempt(NOW.minus(Duration.ofMinutes(10)).plusMillis(1));

    assertThat(Attempts.with(List.of(old, fresh), attempt(NOW), NOW))
        .doesNotContain(old)
        .contains(fresh);
  }

  @Test
  void singleSignOnLeavesPasswordsToAdministrators() {
    Account admin = new Account("admin", "hash", Role.ADMIN, NOW);
    Account viewer = new Account("vera", "hash", Role.VIEWER, NOW);
    Account visitor = Account.visitor("anna", "https://idp", "1", Role.VIEWER, NOW);

    assertThat(SignInPolicy.admits(true, admin)).isTrue();
    assertThat(SignInPolicy.admits(true, viewer)).isFalse();
    assertThat(SignInPolicy.admits(true, visitor)).isTrue();
    assertThat(SignInPolicy.admits(false, viewer)).isTrue();
    assertThat(SignInPolicy.admits(false, visitor)).isFalse();
    assertThat(visitor.canAdministrate()).isFalse();
    assertThat(visitor.opens(NOW)).isFalse();
  }
}
