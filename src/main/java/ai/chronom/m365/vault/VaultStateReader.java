package ai.chronom.m365.vault;

import ai.chronom.m365.vault.VaultState.KeyState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads what the database knows about the master keys. */
final class VaultStateReader {
  private final Connection connection;
  private final VaultRows rows;

  VaultStateReader(Connection connection) {
    this.connection = connection;
    this.rows = new VaultRows(connection);
  }

  VaultState read(String holder, @Nullable String warning) throws SQLException {
    List<NodeReport> live = rows.nodes().stream().filter(NodeReport::live).toList();
    Optional<Long> primary = rows.primary();
    List<VaultState.Key> keys = new ArrayList<>();
    for (VaultKey key : rows.keys()) {
      keys.add(key(key, primary, live));
    }
    keys.sort(Comparator.comparing(key -> key.state() == KeyState.DROPPED));
    return new VaultState(
        holder,
        warning,
        primary.map(OptionalLong::of).orElseGet(OptionalLong::empty),
        keys,
        live.stream().map(VaultStateReader::node).toList(),
        rotation());
  }

  private VaultState.Key key(VaultKey key, Optional<Long> primary, List<NodeReport> live)
      throws SQLException {
    List<String> missingOn =
        live.stream()
            .filter(node -> !node.keyIds().contains(key.id()))
            .map(NodeReport::host)
            .toList();
    return new VaultState.Key(
        key.id(),
        key.fingerprint(),
        state(key, primary, missingOn.isEmpty()),
        key.addedAt(),
        key.dropped(),
        new KeyLedger(connection).sealedUnder(key.id()),
        key.seals(),
        key.dropped().isPresent() ? List.of() : missingOn);
  }

  private static KeyState state(VaultKey key, Optional<Long> primary, boolean everywhere) {
    if (key.dropped().isPresent()) {
      return KeyState.DROPPED;
    }
    if (primary.filter(id -> id == key.id()).isPresent()) {
      return KeyState.PRIMARY;
    }
    return everywhere ? KeyState.READY : KeyState.SPREADING;
  }

  private static VaultState.Node node(NodeReport report) {
    return new VaultState.Node(
        report.name(),
        report.host(),
        report.keyIds(),
        Optional.ofNullable(report.warning()),
        report.reportedAt());
  }

  VaultState.Rotation rotation() throws SQLException {
    KeyLedger ledger = new KeyLedger(connection);
    long total = ledger.sealed();
    Optional<Long> primary = rows.primary();
    long under = primary.isPresent() ? ledger.sealedUnder(primary.get()) : 0;
    // Counted one after the other: what was sealed between the two counts must not count twice.
    return new VaultState.Rotation(total, Math.max(0, total - under), rows.isLeased());
  }
}
