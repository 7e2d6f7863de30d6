package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keys that sealed too much, and key files that go while a node runs. */
abstract class WornKeyScenarios extends VaultBed {
  WornKeyScenarios(VaultDatabase database) {
    super(database);
  }

  @Nested
  class WearAndTear {
    @Test
    void forcesARotationByItself() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      long old = node.primary();
      node.look();
      assertThat(node.keys.state().keys()).hasSize(1);
      database.sql("update vault_key set seals = ?", SealCounts.ROTATE_AT);
      node.look();
      node.look();
      assertThat(node.primary()).isNotEqualTo(old);
      assertThat(node.reseal()).isEqualTo(new Resealing.Walk(1, 0, true));
      assertThat(node.open(contoso)).isEqualTo(SECRET);
    }

    @Test
    void endsBeforeNoncesRepeat() {
      TestNode node = node("keys.json").started();
      database.sql("update vault_key set seals = ?", SealCounts.END);
      assertProblem(ProblemKind.VAULT_UNAVAILABLE, () -> node.seal(contoso, SECRET));
    }

    @Test
    void isCountedAcrossRestarts() {
      node("keys.json").started().seal(contoso, SECRET);
      TestNode restarted = node("keys.json").started();
      restarted.seal(fabrikam, SECRET);
      assertThat(restarted.keys.state().keys().get(0).seals()).isBetween(2L, 2_000L);
    }
  }

  @Nested
  class WhileRunning {
    @Test
    void worksOnWithoutItsFileAndWarnsThatARestartWouldFail() throws IOException {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      Files.delete(directory.resolve("keys.json"));
      node.look();
      assertThat(node.open(contoso)).isEqualTo(SECRET);
      assertThat(node.masterKey.warning())
          .hasValueSatisfying(w -> assertThat(w).contains("backup"));
      assertThat(node.keys.state().isCalm()).isFalse();
      assertRefused(node("keys.json"), "does not exist, but this database needs the keys");
    }

    @Test
    void worksOnWithAnotherFileInItsPlace() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      KeySet own = node.masterKey.holder().read();
      write("keys.json", KeySet.fresh());
      node.look();
      assertThat(node.open(contoso)).isEqualTo(SECRET);
      assertThat(node.masterKey.warning()).isPresent();
      assertProblem(ProblemKind.VAULT_UNAVAILABLE, () -> node.keys.add(TestNode.ADMIN));
      write("keys.json", own);
      node.look();
      assertThat(node.masterKey.warning()).isEmpty();
    }
  }
}
