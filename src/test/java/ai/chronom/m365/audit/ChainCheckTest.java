package ai.chronom.m365.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainCheckTest {
  private static final ChainKey KEY = new TestKey("the key");
  private static final MemoryChain WHOLE = MemoryChain.of(200, KEY);

  @Test
  void findsNothingInAWholeChain() {
    ChainReport report =
        new ChainCheck(WHOLE, KEY, List.of(WHOLE.head)).run(MemoryChain.line(0).occurredAt());
    assertThat(report.intact()).isTrue();
    assertThat(report.events()).isEqualTo(200);
    assertThat(report.head()).isEqualTo(WHOLE.head);
  }

  @Test
  void findsNothingInAnEmptyChain() {
    assertThat(MemoryChain.of(0, KEY).flaw(KEY)).isEmpty();
  }

  @Test
  void walksChainsLongerThanOneReading() {
    assertThat(MemoryChain.of(2_500, KEY).flaw(KEY)).isEmpty();
    MemoryChain edited = MemoryChain.of(2_500, KEY);
    edited.rows.remove(2_200);
    assertThat(edited.flaw(KEY)).contains(ChainFlaw.missing(2_201));
  }

  /** T-08: the seed in a failure's text repeats it. */
  @Test
  void findsEachOfAThousandTamperings() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> missed = new ArrayList<>();
    for (int n = 0; n < 1_000; n++) {
      Tampering tampering = Tampering.values()[n % Tampering.values().length];
      if (tampered(tampering, random).flaw(KEY, WHOLE.head).isEmpty()) {
        missed.add(n + " " + tampering);
      }
    }
    System.out.println("1,000 tamperings, missed " + missed.size() + ", seed " + seed);
    assertThat(missed).as("seed %d", seed).isEmpty();
  }

  /** One that did not change anything is tried again. */
  private static MemoryChain tampered(Tampering tampering, Random random) {
    MemoryChain copy = WHOLE.copy();
    while (copy.sameAs(WHOLE)) {
      tampering.apply(copy, random);
    }
    return copy;
  }

  @ParameterizedTest
  @EnumSource(Tampering.class)
  void findsItWithoutAKeptHeadToo(Tampering tampering) {
    Optional<ChainFlaw> flaw = tampered(tampering, new Random(1)).flaw(KEY);
    assertThat(flaw.isPresent()).isEqualTo(tampering != Tampering.CUT_WITH_HEAD);
  }

  @Test
  void saysWhereAndWhat() {
    MemoryChain edited = WHOLE.copy();
    ChainRow row = edited.rows.get(41);
    edited.rows.set(41, new ChainRow(42, MemoryChain.line(7), row.link()));
    assertThat(edited.flaw(KEY)).contains(ChainFlaw.altered(42));

    MemoryChain cut = WHOLE.copy();
    cut.rows.subList(150, 200).clear();
    assertThat(cut.flaw(KEY)).contains(ChainFlaw.missing(151));

    MemoryChain longer = WHOLE.copy();
    longer.rows.add(new ChainRow(201, MemoryChain.line(1), WHOLE.head.link()));
    assertThat(longer.flaw(KEY)).contains(ChainFlaw.inserted(201));

    MemoryChain headless = WHOLE.copy();
    headless.head = null;
    assertThat(headless.flaw(KEY)).contains(ChainFlaw.headBroken(200));
  }

  @Test
  void missesTheHeadThatWasKeptWhenTheEndIsCutCleanly() {
    MemoryChain cut = WHOLE.copy();
    cut.rows.subList(150, 200).clear();
    cut.head = cut.rows.get(149).head();
    assertThat(cut.flaw(KEY)).isEmpty();
    assertThat(cut.flaw(KEY, WHOLE.head)).contains(ChainFlaw.missing(151));
  }

  @Test
  void tellsAnotherChainFromTheOneThatWasSeen() {
    MemoryChain other = MemoryChain.of(0, KEY);
    for (int i = 0; i < 300; i++) {
      other.append(MemoryChain.line(i + 1), KEY);
    }
    assertThat(other.flaw(KEY)).isEmpty();
    assertThat(other.flaw(KEY, WHOLE.head)).contains(ChainFlaw.replaced(200));
  }

  @Test
  void believesNoChainOfAnotherKey() {
    assertThat(MemoryChain.of(5, new TestKey("another key")).flaw(KEY))
        .contains(ChainFlaw.altered(1));
  }
}
