package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.permission.GraphPermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One thing a scan reads: what it needs, what for, and how. */
interface ScanCollection {
  Declaration about();

  /**
   * Reads it, going on at its checkpoint, and stores it.
   *
   * <p>Throws {@link ai.chronom.m365.graph.GraphRefused} and {@link Unreadable}; what was stored
   * before stays.
   */
  CollectionOutcome collect(CollectionReading reading);

  /**
   * What is left to do when no more rows will come, however it ended; once more by each later run,
   * since the node that ended it may have been of an older version.
   */
  default void finish(ScanContext context) {}

  /** Rows that are stored. */
  default long stored(Connection connection, long scanId) throws SQLException {
    return Sql.list(
            connection,
            "select count(*) from " + about().table() + " where scan_id = ?",
            values -> values.number(scanId),
            row -> row.getLong(1))
        .get(0);
  }

  /** What a refusal means, where it means something else than usual; empty otherwise. */
  default Optional<CollectionOutcome> explain(GraphRefused refused) {
    return Optional.empty();
  }

  default CollectionName name() {
    return about().name();
  }

  default GraphPermission permission() {
    return about().permission();
  }
}
