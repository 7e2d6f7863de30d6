package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ranges of ids that hold about as many accounts each. */
class IdRangesTest {
  @Test
  void fewAccountsAreOneRange() {
    assertThat(IdRanges.ends(0)).containsExactly("g");
    assertThat(IdRanges.ends(999)).containsExactly("g");
  }

  @Test
  void rangesAreEqualAndInOrder() {
    assertThat(IdRanges.ends(2_000)).containsExactly("4000", "8000", "c000", "g");
    assertThat(IdRanges.ends(1_000_000)).hasSize(2_000).isSorted().doesNotHaveDuplicates();
    assertThat(IdRanges.ends(Long.MAX_VALUE)).hasSize(1 << 16).doesNotHaveDuplicates();
  }
}
