package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;

/** A collection that the operator does not want read. */
record SwitchedOff(ScanCollection collection, CollectionState state, String reason)
    implements ScanCollection {
  @Override
  public Declaration about() {
    return collection.about();
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    return CollectionOutcome.gap(state, reason);
  }

  @Override
  public long stored(Connection connection, long scanId) throws SQLException {
    return collection.stored(connection, scanId);
  }
}
