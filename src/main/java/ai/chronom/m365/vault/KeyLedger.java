package ai.chronom.m365.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares a key set with what the database knows about its keys. The first key set that is used
 * with a database leaves its check values there; from then on only a set with the same keys is
 * taken, even when nothing is sealed yet.
 */
final class KeyLedger {
  private static final int PROOFS = 20;

  private final Connection connection;
  private final VaultRows rows;

  KeyLedger(Connection connection) {
    this.connection = connection;
    this.rows = new VaultRows(connection);
  }

  /** Whether some key set was used with this database before. */
  boolean isFresh() throws SQLException {
    return rows.keys().isEmpty() && keyIdsInUse().isEmpty();
  }

  /** Only reads. Throws {@link KeyUnusable}, whose message continues the name of the key file. */
  void check(KeySet keys) throws SQLException {
    requireAll(keys, needed());
    List<VaultKey> known = rows.keys();
    if (known.isEmpty()) {
      requireProof(keys);
    }
    known.forEach(key -> requireSame(keys, key));
  }

  /** Checks, and notes keys that are new. Throws {@link KeyUnusable}; then nothing was written. */
  void admit(KeySet keys) throws SQLException {
    check(keys);
    if (unknown(keys).isEmpty() && rows.primary().isPresent()) {
      return;
    }
    boolean first = rows.lock().isEmpty();
    // Another node may have been faster while this one waited for the lock.
    check(keys);
    for (long id : unknown(keys)) {
      rows.add(id, String.valueOf(keys.fingerprints().get(id)));
    }
    if (first) {
      rows.promote(keys.firstToSeal());
    }
  }

  private SortedSet<Long> unknown(KeySet keys) throws SQLException {
    SortedSet<Long> unknown = keys.ids();
    rows.keys().forEach(key -> unknown.remove(key.id()));
    return unknown;
  }

  /** The keys without which something in the database does not open, and the one that seals. */
  SortedSet<Long> needed() throws SQLException {
    SortedSet<Long> needed = new TreeSet<>(keyIdsInUse());
    rows.primary().ifPresent(needed::add);
    return needed;
  }

  Set<Long> keyIdsInUse() throws SQLException {
    Set<Long> inUse = new HashSet<>();
    for (SealedTable table : SealedTable.values()) {
      inUse.addAll(table.keyIdsInUse(connection));
    }
    return inUse;
  }

  /** Values sealed under that key. */
  long sealedUnder(long keyId) throws SQLException {
    long sealed = 0;
    for (SealedTable table : SealedTable.values()) {
      sealed += table.countUnder(connection, keyId);
    }
    return sealed;
  }

  /** All sealed values. */
  long sealed() throws SQLException {
    long sealed = 0;
    for (SealedTable table : SealedTable.values()) {
      sealed += table.count(connection);
    }
    return sealed;
  }

  private static void requireAll(KeySet keys, SortedSet<Long> needed) {
    if (!keys.ids().containsAll(needed)) {
      throw new KeyUnusable(
          "holds the keys "
              + keys.ids()
              + ", but this database needs the keys "
              + needed
              + ": put the key file back that belongs to this database.");
    }
  }

  private static void requireSame(KeySet keys, VaultKey known) {
    String found = keys.fingerprints().get(known.id());
    if (found != null && !found.equals(known.fingerprint())) {
      throw new KeyUnusable(
          "holds a key "
              + known.id()
              + " with the fingerprint "
              + found
              + ", but that key of this database has "
              + known.fingerprint()
              + ": put the key file back that belongs to this database.");
    }
  }

  /** A database from before there were check values: what it has sealed must open. */
  private void requireProof(KeySet keys) throws SQLException {
    SecretSealer sealer = new SecretSealer(keys);
    for (SealedTable table : SealedTable.values()) {
      for (long keyId : table.keyIdsInUse(connection)) {
        List<Sealed> sealed = table.someUnder(connection, keyId, PROOFS);
        if (sealed.stream().noneMatch(value -> opens(sealer, value))) {
          throw new KeyUnusable(
              "holds a key "
                  + keyId
                  + " that opens nothing of what this database has sealed with it: put the key"
                  + " file back that belongs to this database.");
        }
      }
    }
  }

  private static boolean opens(SecretSealer sealer, Sealed value) {
    try {
      Arrays.fill(sealer.open(value.bytes(), value.context()), (byte) 0);
      return true;
    } catch (SealBroken e) {
      return false;
    }
  }

  /** Keys as a person reads them. */
  static String listed(Set<Long> ids) {
    return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
