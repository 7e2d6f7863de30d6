package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorNameTest {
  @ParameterizedTest
  @CsvSource({
    "Anna.Berg@Example.com, anna.berg@example.com",
    "guest_x.com#EXT#@y.com, guest_x.com-ext-@y.com",
    "~2, 2",
    "<b>anna</b>, b-anna--b-",
    "Åsa, sa",
    "日本, visitor",
    "'  ', visitor"
  })
  void isMadePlain(String wish, String name) {
    assertThat(VisitorName.of(wish, Set.<String>of()::contains)).isEqualTo(name);
  }

  @Test
  void isNeverSomebodyElses() {
    assertThat(VisitorName.of("admin", Set.of("admin", "admin~2")::contains)).isEqualTo("admin~3");
  }

  @Test
  void fitsTheTable() {
    assertThat(VisitorName.of("a".repeat(400), name -> name.length() <= 90))
        .hasSizeLessThanOrEqualTo(Account.NAME_MAX_CHARS)
        .endsWith("~2");
  }
}
