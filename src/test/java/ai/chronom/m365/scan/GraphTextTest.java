package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Outside text, fit to store. */
class GraphTextTest {
  @Test
  void leavesHonestTextAlone() {
    assertThat(GraphText.clean("Zoë 😀 山田", 256)).isEqualTo("Zoë 😀 山田");
  }

  @Test
  void replacesWhatADatabaseRefuses() {
    assertThat(GraphText.clean("a\0b\uD800c\uDC00", 256)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
  }

  @Test
  void neverCutsAPairInTwo() {
    assertThat(GraphText.cut("ab😀", 3)).isEqualTo("ab");
    assertThat(GraphText.cut("ab😀", 4)).isEqualTo("ab😀");
  }
}
