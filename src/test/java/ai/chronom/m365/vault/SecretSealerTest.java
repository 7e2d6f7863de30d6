package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SecretSealerTest {
  private static final String CONTOSO = "6babcaad-604b-40ac-a9d7-9fd97c0b779f";
  private static final String FABRIKAM = "7e0b6d0d-5f4f-4c5e-9c64-0a6b5d3a3b11";
  private static final String SECRET = "abc8Q~" + "x".repeat(34);

  private final KeySet keys = KeySet.fresh();
  private final String keySet = keys.clear();
  private final SecretSealer sealer = new SecretSealer(keys);
  private final SealContext context = at(CONTOSO, 1);
  private final byte[] sealed = sealer.seal(utf8(SECRET), context);

  private SealContext at(String owner, long version) {
    return new SealContext(
        owner, "sealed_secret", "sealed", version, keys.firstToSeal(), SecretSealer.FORMAT);
  }

  private static SecretSealer sealerOf(String keySet) {
    return new SecretSealer(KeySet.ofClear(keySet));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Nested
  class Opens {
    @Test
    void whatItSealed() {
      assertThat(text(sealer.open(sealed, context))).isEqualTo(SECRET);
    }

    @Test
    void whatWasSealedBeforeARestart() {
      assertThat(text(sealerOf(keySet).open(sealed, context))).isEqualTo(SECRET);
    }

    @Test
    void secretsOfAnyAlphabet() {
      byte[] exotic = sealer.seal(utf8("пароль-密碼-🔑"), context);
      assertThat(text(sealer.open(exotic, context))).isEqualTo("пароль-密碼-🔑");
    }

    @Test
    void withAnOlderKeyOfTheSet() {
      SecretSealer rotated = new SecretSealer(keys.withNewKey());
      assertThat(text(rotated.open(sealed, context))).isEqualTo(SECRET);
    }
  }

  @Nested
  class Refuses {
    @Test
    void anyFlippedBit() {
      for (int bit = 0; bit < sealed.length * 8; bit++) {
        byte[] altered = sealed.clone();
        altered[bit / 8] ^= (byte) (1 << (bit % 8));
        assertBroken(altered, context);
      }
    }

    @Test
    void anyOtherLength() {
      for (int bytes = 0; bytes < sealed.length; bytes++) {
        assertBroken(Arrays.copyOf(sealed, bytes), context);
      }
      for (int more = 1; more <= 32; more++) {
        assertBroken(Arrays.copyOf(sealed, sealed.length + more), context);
      }
    }

    @Test
    void anySecretMovedToAnyOtherOfFiftyTenants() {
      List<SealContext> places =
          IntStream.range(0, 50).mapToObj(i -> at(UUID.randomUUID().toString(), 1)).toList();
      for (SealContext from : places) {
        byte[] value = sealer.seal(utf8(SECRET), from);
        assertThat(text(sealer.open(value, from))).isEqualTo(SECRET);
        places.stream().filter(to -> !to.equals(from)).forEach(to -> assertBroken(value, to));
      }
    }

    @Test
    void anyFlippedBitOfWhatItIsBoundTo() {
      byte[] bound = context.associatedData();
      assertThat(text(sealer.open(sealed, context.keyId(), bound))).isEqualTo(SECRET);
      for (int bit = 0; bit < bound.length * 8; bit++) {
        byte[] altered = bound.clone();
        altered[bit / 8] ^= (byte) (1 << (bit % 8));
        assertThatThrownBy(() -> sealer.open(sealed, context.keyId(), altered))
            .isInstanceOf(SealBroken.class)
            .hasMessage("the sealed value does not open");
      }
    }

    @Test
    void anotherColumnAndAnotherEntity() {
      assertBroken(sealed, in("sealed_secret", "certificate"));
      assertBroken(sealed, in("audit_chain_key", "sealed"));
    }

    private SealContext in(String entity, String column) {
      return new SealContext(CONTOSO, entity, column, 1, context.keyId(), context.format());
    }

    @Test
    void olderSecretUnderANewerVersion() {
      assertBroken(sealed, at(CONTOSO, 2));
    }

    @Test
    void anotherKeyId() {
      assertBroken(sealed, context.under(context.keyId() + 1));
    }

    @Test
    void anotherFormat() {
      assertBroken(
          sealed,
          new SealContext(CONTOSO, "sealed_secret", "sealed", 1, context.keyId(), (short) 2));
    }

    @Test
    void anotherMasterKey() {
      SecretSealer stranger = new SecretSealer(KeySet.fresh());
      assertThatThrownBy(() -> stranger.open(sealed, context)).isInstanceOf(SealBroken.class);
    }

    @Test
    void clearTextInPlaceOfASealedValue() {
      assertBroken(utf8(SECRET), context);
    }

    private void assertBroken(byte[] value, SealContext claimed) {
      assertThatThrownBy(() -> sealer.open(value, claimed))
          .isInstanceOf(SealBroken.class)
          .hasMessage("the sealed value does not open")
          .hasNoCause();
    }
  }

  @Nested
  class Seals {
    @Test
    void differentlyEachTime() {
      Set<String> values = new HashSet<>();
      for (int i = 0; i < 1_000; i++) {
        values.add(Arrays.toString(sealer.seal(utf8(SECRET), context)));
      }
      assertThat(values).hasSize(1_000);
    }

    @Test
    void withoutATraceOfTheSecret() {
      assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("abc8Q~", "xxxx");
    }

    @Test
    void overwritingWhatWasInClear() {
      byte[] clear = utf8(SECRET);
      sealer.seal(clear, context);
      assertThat(clear).containsOnly(0);
    }
  }

  @Nested
  class Binds {
    @Test
    void eachPartSoThatNoTwoContextsLookTheSame() {
      List<SealContext> contexts = new ArrayList<>();
      for (String owner : List.of(CONTOSO, FABRIKAM)) {
        for (long number : new long[] {1, 2, 256, 1L << 32}) {
          contexts.add(new SealContext(owner, "a", "bc", number, 7, (short) 1));
          contexts.add(new SealContext(owner, "ab", "c", 7, number, (short) 1));
          contexts.add(new SealContext(owner + "a", "b", "c", 7, number, (short) 1));
          contexts.add(new SealContext(owner, "a", "bc", 7, 7, (short) (number % 97 + 1)));
        }
      }
      Set<String> seen = new HashSet<>();
      contexts.forEach(one -> seen.add(Arrays.toString(one.associatedData())));
      assertThat(seen).hasSameSizeAs(contexts);
    }
  }
}
