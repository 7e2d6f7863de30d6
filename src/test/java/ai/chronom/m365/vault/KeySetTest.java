package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.SortedSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
  private final KeySet keys = KeySet.fresh();

  @Nested
  class Text {
    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "no json", "{\"primaryKeyId\":1,\"key\":[]}"})
    void mustBeAKeySet(String json) {
      assertThatThrownBy(() -> KeySet.ofClear(json))
          .isInstanceOf(KeyUnusable.class)
          .hasMessageContaining("Tink key set in JSON expected")
          .hasNoCause();
    }

    @Test
    void cutShortIsRefusedWithoutQuotingIt() {
      String json = keys.clear();
      String cut = json.substring(0, json.length() / 2);
      assertThatThrownBy(() -> KeySet.ofClear(cut))
          .isInstanceOf(KeyUnusable.class)
          .hasMessageNotContaining(cut.substring(cut.length() - 12));
    }

    @Test
    void ofAShorterKeyIsRefused() {
      assertThatThrownBy(() -> KeySet.ofClear(KeySets.aes128())).isInstanceOf(KeyUnusable.class);
    }

    @Test
    void isTheSameAfterTheWayThroughAFile() {
      assertThat(KeySet.ofClear(keys.clear()).fingerprints()).isEqualTo(keys.fingerprints());
    }

    @Test
    void isNotToldByToStringNorByTheFingerprint() {
      String value = keys.clear().replaceAll("(?s).*\"value\": ?\"([^\"]+)\".*", "$1");
      assertThat(Base64.getDecoder().decode(value)).hasSizeGreaterThanOrEqualTo(32);
      assertThat(keys.toString()).doesNotContain(value);
      assertThat(keys.fingerprints().values()).allMatch(print -> print.matches("[0-9a-f]{32}"));
    }
  }

  @Nested
  class Grows {
    @Test
    void byAKeyThatDoesNotSealYet() {
      KeySet grown = keys.withNewKey();
      assertThat(grown.ids()).hasSize(2).containsAll(keys.ids());
      assertThat(grown.firstToSeal()).isEqualTo(keys.firstToSeal());
      assertThat(grown.fingerprints()).containsAllEntriesOf(keys.fingerprints());
    }

    @Test
    void withFingerprintsThatDiffer() {
      assertThat(keys.withNewKey().fingerprints().values()).doesNotHaveDuplicates();
    }
  }

  @Nested
  class Shrinks {
    @Test
    void leavingTheKeyThatSealsToTheOthers() {
      KeySet grown = keys.withNewKey();
      SortedSet<Long> added = grown.ids();
      added.removeAll(keys.ids());
      KeySet shrunk = grown.without(keys.firstToSeal(), added.first());
      assertThat(shrunk.ids()).isEqualTo(added);
      assertThat(shrunk.firstToSeal()).isEqualTo(added.first());
      assertThat(grown.fingerprints()).containsAllEntriesOf(shrunk.fingerprints());
    }
  }
}
