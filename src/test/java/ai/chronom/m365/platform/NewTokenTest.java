package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTokenTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-03-01");

  @Test
  void takesNameRoleAndDay() {
    assertThat(NewToken.of("ci-1", "viewer", TODAY, TODAY))
        .isEqualTo(new NewToken("ci-1", "viewer", TODAY));
  }

  @Test
  void namesEachWrongValue() {
    assertThatThrownBy(() -> NewToken.of(null, "root", TODAY.minusDays(1), TODAY))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(FieldError::field)
                    .containsExactly("name", "role", "expiresOn"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "<b>", "a\nb", "-a", "ä", "a:b"})
  void refusesNamesThatAnAuditCouldMisread(String name) {
    assertThatThrownBy(() -> NewToken.of(name, "viewer", null, TODAY)).isInstanceOf(Problem.class);
  }

  @Test
  void refusesANameOfMoreThan100Characters() {
    assertThat(NewToken.of("a".repeat(100), "viewer", null, TODAY).name()).hasSize(100);
    assertThatThrownBy(() -> NewToken.of("a".repeat(101), "viewer", null, TODAY))
        .isInstanceOf(Problem.class);
  }

  @Test
  void administratorSeesAllTenants() {
    Reach some = Reach.only(Set.of(new TenantId(new UUID(1, 1))));

    assertThat(new NewToken("ci", "viewer", null).within(some).reach()).isEqualTo(some);
    assertThat(new NewToken("ci", "admin", null).within(Reach.ALL).reach()).isEqualTo(Reach.ALL);
    assertThatThrownBy(() -> new NewToken("ci", "admin", null).within(some))
        .isInstanceOf(Problem.class);
  }

  @Test
  void tokenWorksThroughItsLastDay() {
    NewToken wanted = new NewToken("ci", "viewer", TODAY);
    ApiToken token = new ApiToken(wanted, "cht_x", Actor.SYSTEM.name(), Instant.EPOCH);

    assertThat(token.isValid(Instant.parse("2027-03-01T23:59:59Z"))).isTrue();
    assertThat(token.isValid(Instant.parse("2027-03-02T00:00:00Z"))).isFalse();
  }
}
