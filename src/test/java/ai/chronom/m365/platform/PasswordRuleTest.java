package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "harbor-violin-tundra-mosaic",
        "correct horse battery staple",
        "Kühlschrank ohne Wolken 7",
        "xR7#kq2!mZp9@wLd"
      })
  void longOnesThatNobodyGuessesAreTaken(String password) {
    assertThatCode(() -> check(password)).doesNotThrowAnyException();
  }

  @Test
  void fourteenCharactersAreTooFew() {
    assertThatThrownBy(() -> check("xR7#kq2!mZp9@w"))
        .isInstanceOfSatisfying(
            Problem.class,
            e ->
                assertThat(e.errors())
                    .singleElement()
                    .satisfies(
                        error -> {
                          assertThat(error.field()).isEqualTo("chosen");
                          assertThat(error.message()).contains("15").contains("14");
                        }));
    assertThatCode(() -> check("xR7#kq2!mZp9@wL")).doesNotThrowAnyException();
  }

  @Test
  void charactersAreCountedNotBytes() {
    assertThatThrownBy(() -> check("\uD83D\uDE00".repeat(14))).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "123456789012345678",
        "qwertyuiopasdfgh",
        "anna.berg.anna.berg",
        "chronommicrosoft"
      })
  void longOnesThatEverybodyGuessesAreRefused(String password) {
    assertThatThrownBy(() -> check(password))
        .isInstanceOfSatisfying(
            Problem.class,
            e -> {
              assertThat(e.errors().get(0).message()).contains("guessed");
              assertThat(e.toString()).doesNotContain(password);
            });
  }

  @Test
  void veryLongOnesAreTakenUpToALimit() {
    String words = "harbor violin tundra mosaic ";
    assertThatCode(() -> check(words.repeat(35))).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(words.repeat(36))).isInstanceOf(Problem.class);
  }

  @Test
  void oneTimePasswordsDifferAndAreNotGuessed() {
    String first = OneTimePassword.random();
    assertThat(first)
        .matches("([2-9a-z]{5}-){5}[2-9a-z]{5}")
        .isNotEqualTo(OneTimePassword.random());
    assertThatCode(() -> check(first)).doesNotThrowAnyException();
  }

  private static void check(String password) {
    PasswordRule.check("chosen", password, "anna.berg");
  }
}
