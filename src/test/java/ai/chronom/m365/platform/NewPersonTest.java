package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPersonTest {
  @Test
  void nameIsTakenAsAccountsHaveIt() {
    assertThat(NewPerson.of(" Anna.Berg@Contoso.com ", Role.VIEWER).name())
        .isEqualTo("anna.berg@contoso.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "anna berg", "<b>", "\u0430nna", "token:x", ".anna"})
  void strangeNamesAreRefused(String name) {
    assertThatThrownBy(() -> NewPerson.of(name, Role.VIEWER)).isInstanceOf(Problem.class);
  }

  @Test
  void everyWrongValueIsNamed() {
    assertThatThrownBy(() -> NewPerson.of(null, "owner"))
        .isInstanceOfSatisfying(
            Problem.class,
            e ->
                assertThat(e.errors())
                    .extracting(FieldError::field)
                    .containsExactly("name", "role"));
  }
}
