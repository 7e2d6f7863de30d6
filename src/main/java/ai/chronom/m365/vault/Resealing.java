package ai.chronom.m365.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Brings everything under the key that seals, in small transactions: after a crash or on another
 * node it goes on where it was, because what is done is not found any more. A value that does not
 * open stays as it is, and is counted.
 */
final class Resealing {
  static final int BATCH = 100;

  private final VaultWork work;
  private final MasterKeyKeeper masterKey;
  private final SealCounts counts;
  private final String node;
  private final Duration lease;

  Resealing(
      VaultWork work, MasterKeyKeeper masterKey, SealCounts counts, String node, Duration lease) {
    this.work = work;
    this.masterKey = masterKey;
    this.counts = counts;
    this.node = node;
    this.lease = lease;
  }

  /**
   * One walk over all that is not under the key that seals.
   *
   * @return what happened; nothing while another node has the lease
   */
  Walk walk() {
    Walk walk = new Walk(0, 0, true);
    for (SealedTable table : SealedTable.values()) {
      String after = "";
      while (true) {
        String from = after;
        Step step = work.alone(connection -> step(connection, table, from));
        walk = walk.with(step);
        if (step.last().isEmpty()) {
          break;
        }
        after = step.last();
      }
    }
    if (walk.owned()) {
      work.alone(connection -> new VaultRows(connection).endLease(node));
    }
    return walk;
  }

  /** The lease is renewed in the transaction of the work, whose lock keeps other nodes out. */
  private Step step(Connection connection, SealedTable table, String after) throws SQLException {
    VaultRows rows = new VaultRows(connection);
    long keyId = rows.lock().orElseThrow();
    SecretSealer sealer = masterKey.sealer();
    if (!sealer.keyIds().contains(keyId) || !rows.lease(node, lease)) {
      return new Step(0, 0, "", false);
    }
    List<Sealed> values = table.nextNotUnder(connection, keyId, after, BATCH);
    if (values.isEmpty()) {
      return new Step(0, 0, "", true);
    }
    counts.take(keyId, values.size());
    int broken = 0;
    for (Sealed value : values) {
      if (!reseal(connection, table, sealer, value, keyId)) {
        broken++;
      }
    }
    String last = values.get(values.size() - 1).context().owner();
    return new Step(values.size() - broken, broken, last, true);
  }

  private static boolean reseal(
      Connection connection, SealedTable table, SecretSealer sealer, Sealed value, long keyId)
      throws SQLException {
    try {
      byte[] clear = sealer.open(value.bytes(), value.context());
      SealContext context = value.context().under(keyId);
      table.replace(connection, new Sealed(context, sealer.seal(clear, context)));
      return true;
    } catch (SealBroken e) {
      return false;
    }
  }

  /**
   * @param last the owner of the last value; empty at the end
   */
  private record Step(int sealed, int broken, String last, boolean owned) {}

  /**
   * @param sealed values now under the key that seals
   * @param broken values that do not open with any key
   * @param owned false when another node works on it
   */
  record Walk(int sealed, int broken, boolean owned) {
    private Walk with(Step step) {
      return new Walk(sealed + step.sealed(), broken + step.broken(), owned && step.owned());
    }
  }
}
