package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameBeginningTest {
  private static final List<String> CONTINUED =
      List.of("", "a", "zzz", "é", "\uD7FF", "\uE000", "\uFFFD", "😀", "\uDBFF\uDFFF");

  @ParameterizedTest
  @ValueSource(strings = {"a", "ada", "az", "a\uD7FF", "a\uFFFD", "a😀", "%_!", "ж"})
  void theRangeHoldsAllThatBeginsSoInBothOrders(String text) {
    NameBeginning begin = NameBeginning.of(text);

    for (String rest : CONTINUED) {
      String name = begin.first() + rest;
      assertThat(begin.begins(name)).isTrue();
      for (Comparator<String> order : List.of(Comparator.<String>naturalOrder(), codePoints())) {
        assertThat(order.compare(begin.first(), name)).isNotPositive();
        assertThat(order.compare(name, begin.end())).as(name).isNegative();
      }
    }
  }

  @Test
  void theRangeEndsBeforeTheNextLetter() {
    assertThat(NameBeginning.of(" Ada ").end()).isEqualTo("adb");
    assertThat(NameBeginning.of("a😀").end()).isEqualTo("b");
    assertThat(NameBeginning.of("😀").end()).isEqualTo("\uDBFF\uDFFF");
  }

  @Test
  void whatWasTypedIsNoPattern() {
    assertThat(NameBeginning.of("100%_!").pattern()).isEqualTo("100!%!_!!%");
    assertThat(NameBeginning.of("  ").any()).isTrue();
  }

  private static Comparator<String> codePoints() {
    return (one, other) -> {
      int[] left = one.codePoints().toArray();
      int[] right = other.codePoints().toArray();
      return java.util.Arrays.compare(left, right);
    };
  }
}
