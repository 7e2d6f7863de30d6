package ai.chronom.m365.vault;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;

/**
 * The life of the master keys: one is added, becomes the one that seals once every node has it, and
 * goes when nothing is sealed under it any more (ADR 013). Each verb leaves a line in the audit
 * trail and throws a {@link Problem}: vault-unavailable, not-found, key-in-use or
 * key-not-everywhere.
 */
@ApplicationScoped
public class MasterKeys {
  @Inject MasterKeyKeeper masterKey;
  @Inject KeyReports reports;
  @Inject VaultWork work;
  @Inject AuditTrail audit;

  /** Also while the vault is shut; then it tells what the database knows. */
  public VaultState state() {
    return work.alone(
        connection ->
            new VaultStateReader(connection).read(holderWord(), masterKey.warning().orElse(null)));
  }

  private String holderWord() {
    try {
      return masterKey.holder().wrapping().word();
    } catch (KeyUnusable e) {
      return InClear.WORD;
    }
  }

  /**
   * A new key in this node's key file, which does not seal yet.
   *
   * @return its id
   */
  public long add(Actor actor) {
    return changed(connection -> add(connection, actor));
  }

  private long add(Connection connection, Actor actor) throws SQLException {
    VaultRows rows = new VaultRows(connection);
    rows.lock();
    KeyHolder holder = masterKey.holder();
    KeySet old = holder.read();
    holder.told(() -> checked(connection, old));
    KeySet grown = old.withNewKey();
    SortedSet<Long> added = grown.ids();
    added.removeAll(old.ids());
    long id = added.first();
    rows.add(id, String.valueOf(grown.fingerprints().get(id)));
    recordFirst(actor, AuditAction.MASTER_KEY_ADDED, id);
    // Last: a file with a key more does no harm when the transaction fails, but not vice versa.
    holder.replace(grown);
    return id;
  }

  /** The file may have changed since it was loaded. */
  private static KeySet checked(Connection connection, KeySet keys) {
    try {
      new KeyLedger(connection).check(keys);
      return keys;
    } catch (SQLException e) {
      throw new Sql.Failed(e);
    }
  }

  /** From now on this key seals, on all nodes; what older keys sealed is sealed anew by and by. */
  public void promote(long keyId, Actor actor) {
    changed(
        connection -> {
          promote(connection, keyId, actor);
          return keyId;
        });
  }

  private void promote(Connection connection, long keyId, Actor actor) throws SQLException {
    VaultRows rows = new VaultRows(connection);
    if (rows.lock().filter(primary -> primary == keyId).isPresent()) {
      return;
    }
    requireUsable(rows, keyId);
    if (!masterKey.sealer().keyIds().contains(keyId)) {
      throw notEverywhere(keyId, List.of("this node"));
    }
    List<String> without =
        rows.nodes().stream()
            .filter(NodeReport::live)
            .filter(node -> !node.keyIds().contains(keyId))
            .map(NodeReport::host)
            .toList();
    if (!without.isEmpty()) {
      throw notEverywhere(keyId, without);
    }
    recordFirst(actor, AuditAction.MASTER_KEY_PROMOTED, keyId);
    rows.promote(keyId);
  }

  private static Problem notEverywhere(long keyId, List<String> hosts) {
    return new Problem(
        ProblemKind.KEY_NOT_EVERYWHERE,
        "The key "
            + keyId
            + " is not yet on "
            + String.join(", ", hosts)
            + ": copy the key file there, or wait half a minute where the file is shared.");
  }

  /** Out of this node's key file, for good. */
  public void drop(long keyId, Actor actor) {
    changed(
        connection -> {
          drop(connection, keyId, actor);
          return keyId;
        });
  }

  private void drop(Connection connection, long keyId, Actor actor) throws SQLException {
    VaultRows rows = new VaultRows(connection);
    long primary = rows.lock().orElseThrow(() -> Problem.notFound("The key " + keyId));
    requireUsable(rows, keyId);
    if (primary == keyId) {
      throw new Problem(
          ProblemKind.KEY_IN_USE,
          "The key " + keyId + " is the one that seals: make another the one that seals first.");
    }
    long sealed = new KeyLedger(connection).sealedUnder(keyId);
    if (sealed > 0) {
      throw new Problem(
          ProblemKind.KEY_IN_USE,
          "The key "
              + keyId
              + " still seals "
              + sealed
              + " values: wait until they are sealed anew. Where one cannot be opened, replace that"
              + " tenant's secret.");
    }
    rows.drop(keyId);
    recordFirst(actor, AuditAction.MASTER_KEY_DROPPED, keyId);
    KeyHolder holder = masterKey.holder();
    KeySet keys = holder.read();
    if (keys.ids().contains(keyId)) {
      holder.replace(keys.without(keyId, primary));
    }
  }

  /**
   * Committed before the key file changes, which no transaction takes back: without an audit trail
   * a dropped key would be gone from the file and still needed by the database.
   */
  private void recordFirst(Actor actor, AuditAction action, long keyId) {
    audit.recordNow(actor, action, null, Outcome.SUCCEEDED, "key=" + keyId);
  }

  private static void requireUsable(VaultRows rows, long keyId) throws SQLException {
    if (rows.key(keyId).filter(key -> key.dropped().isEmpty()).isEmpty()) {
      throw Problem.notFound("The key " + keyId);
    }
  }

  private long changed(Sql.Work<Long> change) {
    try {
      masterKey.sealer();
      // Before the lock: reading a file with new keys needs the lock itself.
      masterKey.refresh();
      long keyId = work.alone(change);
      masterKey.refresh();
      reports.report();
      return keyId;
    } catch (KeyUnusable e) {
      throw new Problem(ProblemKind.VAULT_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }
}
