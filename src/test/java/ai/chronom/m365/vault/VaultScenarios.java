package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the master keys promise, the same on every database. */
abstract class VaultScenarios extends VaultBed {
  VaultScenarios(VaultDatabase database) {
    super(database);
  }

  @Nested
  class FirstUse {
    @Test
    void leavesTheCheckValuesOfTheKeySet() {
      TestNode node = node("keys.json").started();
      VaultState state = node.keys.state();
      assertThat(state.primaryKeyId().orElseThrow())
          .isEqualTo(node.masterKey.sealer().keys().firstToSeal());
      assertThat(state.keys().get(0).fingerprint())
          .isEqualTo(node.masterKey.sealer().keys().fingerprints().get(node.primary()));
      assertThat(state.nodes()).hasSize(1);
    }

    @Test
    void bindsTheDatabaseToItEvenBeforeAnythingIsSealed() {
      node("keys.json").started();
      TestNode stranger = node("other.json").onServer();
      write("other.json", KeySet.fresh());
      var before = database.contents();
      assertRefused(stranger, "this database needs the keys");
      assertThat(database.contents()).isEqualTo(before);
    }

    @Test
    void adoptsADatabaseFromBeforeThereWereCheckValues() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      forgetCheckValues();
      TestNode upgraded = node("keys.json").onServer().started();
      assertThat(upgraded.open(contoso)).isEqualTo(SECRET);
      assertThat(upgraded.keys.state().keys()).hasSize(1);
    }

    @Test
    void refusesSuchADatabaseWhenNothingOpens() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      forgetCheckValues();
      writeText("edited.json", KeySets.withOtherBytes(node.masterKey.sealer().keys()));
      assertRefused(node("edited.json"), "opens nothing of what this database has sealed");
      List<VaultKey> known = database.alone(c -> new VaultRows(c).keys());
      assertThat(known).isEmpty();
    }

    private void forgetCheckValues() {
      database.sql("update vault_state set primary_key_id = null");
      database.sql("delete from vault_key");
    }
  }

  @Nested
  class Rotation {
    @Test
    void goesFromOneKeyToTheNextWithoutLosingASecret() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      long old = node.primary();
      long added = node.keys.add(TestNode.ADMIN);
      assertThat(node.primary()).isEqualTo(old);
      node.keys.promote(added, TestNode.ADMIN);
      assertThat(node.open(contoso)).isEqualTo(SECRET);
      node.seal(fabrikam, SECRET);
      assertThat(database.secret(fabrikam).context().keyId()).isEqualTo(added);
      assertThat(node.keys.state().rotation().remaining()).isEqualTo(1);
      assertThat(node.reseal()).isEqualTo(new Resealing.Walk(1, 0, true));
      assertThat(node.keys.state().rotation().percent()).isEqualTo(100);
      assertThat(node.open(contoso)).isEqualTo(SECRET);
      node.keys.drop(old, TestNode.ADMIN);
      assertThat(node.masterKey.sealer().keyIds()).containsExactly(added);
      TestNode restarted = node("keys.json").onServer().started();
      assertThat(restarted.open(contoso)).isEqualTo(SECRET);
      assertThat(restarted.open(fabrikam)).isEqualTo(SECRET);
      assertThat(node.audited)
          .containsExactly(
              AuditAction.MASTER_KEY_ADDED,
              AuditAction.MASTER_KEY_PROMOTED,
              AuditAction.MASTER_KEY_DROPPED);
    }

    @Test
    void leavesTheVersionOfASecretAlone() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      rotate(node);
      assertThat(database.secret(contoso).context().version()).isEqualTo(1);
    }

    @Test
    void isRefusedWhileARunningNodeLacksTheKey() {
      TestNode one = node("keys.json").started();
      copy("keys.json", "copy.json");
      TestNode other = node("copy.json").onServer().started();
      long added = one.keys.add(TestNode.ADMIN);
      assertProblem(ProblemKind.KEY_NOT_EVERYWHERE, () -> one.keys.promote(added, TestNode.ADMIN));
      copy("keys.json", "copy.json");
      other.look();
      one.keys.promote(added, TestNode.ADMIN);
      assertThat(other.primary()).isEqualTo(added);
      other.seal(contoso, SECRET);
      assertThat(database.secret(contoso).context().keyId()).isEqualTo(added);
    }

    @Test
    void doesNotWaitForANodeThatWentSilent() {
      TestNode one = node("keys.json").started();
      copy("keys.json", "copy.json");
      node("copy.json").onServer().started();
      long added = one.keys.add(TestNode.ADMIN);
      database.sql(
          "update vault_node set reported_at = current_timestamp - interval '2' minute"
              + " where name <> ?",
          one.node.name());
      one.keys.promote(added, TestNode.ADMIN);
      assertThat(one.primary()).isEqualTo(added);
    }

    @Test
    void reachesANodeThatReadsWhatAnotherSealedWithANewKey() {
      TestNode one = node("keys.json").started();
      TestNode other = node("keys.json").onServer();
      other.masterKey.sealer();
      one.seal(contoso, SECRET);
      rotate(one);
      assertThat(other.masterKey.sealer().keyIds()).hasSize(1);
      assertThat(other.open(contoso)).isEqualTo(SECRET);
    }

    @Test
    void isDoneByOneNodeAtATime() {
      TestNode one = node("keys.json").started();
      TestNode other = node("keys.json").onServer().started();
      one.seal(contoso, SECRET);
      long added = one.keys.add(TestNode.ADMIN);
      other.look();
      one.keys.promote(added, TestNode.ADMIN);
      database.sql(
          "update vault_state set owner = 'another', lease_until = current_timestamp"
              + " + interval '1' minute");
      assertThat(other.reseal()).isEqualTo(new Resealing.Walk(0, 0, false));
      database.sql("update vault_state set lease_until = current_timestamp - interval '1' minute");
      assertThat(other.reseal()).isEqualTo(new Resealing.Walk(1, 0, true));
    }

    @Test
    void leavesWhatDoesNotOpenAndKeepsItsKey() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      node.seal(fabrikam, SECRET);
      long old = node.primary();
      database.sql(
          "update sealed_secret set sealed = ? where tenant_id = ?",
          SECRET.getBytes(StandardCharsets.UTF_8),
          contoso);
      long added = node.keys.add(TestNode.ADMIN);
      node.keys.promote(added, TestNode.ADMIN);
      assertThat(node.reseal()).isEqualTo(new Resealing.Walk(1, 1, true));
      assertThat(node.open(fabrikam)).isEqualTo(SECRET);
      assertThatThrownBy(() -> node.open(contoso)).isInstanceOf(SealBroken.class);
      assertProblem(ProblemKind.KEY_IN_USE, () -> node.keys.drop(old, TestNode.ADMIN));
    }
  }

  @Nested
  class Dropping {
    @Test
    void isRefusedForTheKeyThatSealsAndForOneInUse() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      long old = node.primary();
      assertProblem(ProblemKind.KEY_IN_USE, () -> node.keys.drop(old, TestNode.ADMIN));
      node.keys.promote(node.keys.add(TestNode.ADMIN), TestNode.ADMIN);
      assertProblem(ProblemKind.KEY_IN_USE, () -> node.keys.drop(old, TestNode.ADMIN));
      assertThat(node.masterKey.holder().read().ids()).contains(old);
    }

    @Test
    void isForGood() {
      TestNode node = node("keys.json").started();
      copy("keys.json", "old.json");
      long old = node.primary();
      rotate(node);
      node.keys.drop(old, TestNode.ADMIN);
      assertProblem(ProblemKind.NOT_FOUND, () -> node.keys.promote(old, TestNode.ADMIN));
      assertRefused(node("old.json").onServer(), "needs the keys [" + node.primary() + "]");
    }

    /** As when a node dies between the change of the file and the end of the transaction. */
    @Test
    void leavesTheVaultOpenWhenOnlyTheFileForgotTheKey() {
      TestNode node = node("keys.json").started();
      node.seal(contoso, SECRET);
      copy("keys.json", "before.json");
      long unused = node.keys.add(TestNode.ADMIN);

      TestNode again = node("before.json").started();

      assertThat(again.open(contoso)).isEqualTo(SECRET);
      again.keys.drop(unused, TestNode.ADMIN);
      assertProblem(ProblemKind.NOT_FOUND, () -> again.keys.promote(unused, TestNode.ADMIN));
    }

    @Test
    void knowsNoKeyThatNeverWas() {
      TestNode node = node("keys.json").started();
      assertProblem(ProblemKind.NOT_FOUND, () -> node.keys.drop(7, TestNode.ADMIN));
      assertProblem(ProblemKind.NOT_FOUND, () -> node.keys.promote(7, TestNode.ADMIN));
    }
  }
}
