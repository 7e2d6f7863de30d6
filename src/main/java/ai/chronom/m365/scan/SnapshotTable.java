package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A table of the snapshot: how a row is written and read back. Rows are written once; one that is
 * there already stays as it is, so a page that comes again changes nothing.
 *
 * @param name of the table
 * @param key column to take rows by, thousands at a time; need not be unique
 * @param columns all but {@code scan_id}, in the order in which they are bound
 */
record SnapshotTable<T>(
    String name, String key, List<String> columns, Binder<T> binder, Sql.RowReader<T> reader) {
  private static final int BATCH_ROWS = 1_000;
  private static final int ROW_BYTES = 150;

  SnapshotTable {
    columns = List.copyOf(columns);
  }

  /** Binds the values of one row, in the order of the columns. */
  @FunctionalInterface
  interface Binder<T> {
    RowValues bind(RowValues values, T row) throws SQLException;
  }

  static <T> SnapshotTable<T> of(
      String name, String columns, Binder<T> binder, Sql.RowReader<T> reader) {
    List<String> names = List.of(columns.split(" "));
    return new SnapshotTable<>(name, names.get(0), names, binder, reader);
  }

  /** Fails when one of the rows is there already, where COPY is possible; see {@link #insert}. */
  void copy(Connection connection, long scanId, List<T> rows) throws SQLException {
    Optional<PostgresCopy> copy = PostgresCopy.on(connection);
    if (copy.isEmpty()) {
      insert(connection, scanId, rows);
      return;
    }
    CopyRows values = new CopyRows(rows.size() * ROW_BYTES);
    for (T row : rows) {
      binder.bind(values.number(scanId), row).row();
    }
    copy.get().rows(name, "scan_id, " + String.join(", ", columns), values);
  }

  /** The two ways of storing, for collections that come in pages. */
  PagedCollection.Store<T> rows() {
    return new PagedCollection.Store<>() {
      @Override
      public void store(Connection connection, long scanId, List<T> items) throws SQLException {
        copy(connection, scanId, items);
      }

      @Override
      public void storeMissing(Connection connection, long scanId, List<T> items)
          throws SQLException {
        insert(connection, scanId, items);
      }
    };
  }

  /** Leaves out what is there already. */
  void insert(Connection connection, long scanId, List<T> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(insertion())) {
      Sql.Values values = new Sql.Values(statement);
      int bound = 0;
      for (T row : rows) {
        binder.bind(values.number(scanId), row).row();
        if (++bound % BATCH_ROWS == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private String insertion() {
    return "insert into "
        + name
        + " (scan_id, "
        + String.join(", ", columns)
        + ") values (?, "
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ") on conflict do nothing";
  }

  /** Rows whose key lies between the two, both included, in the order of the key. */
  List<T> between(Connection connection, long scanId, String first, String last)
      throws SQLException {
    return Sql.list(
        connection,
        "select * from %s where scan_id = ? and %s >= ? and %s <= ? order by %s"
            .formatted(name, key, key, key),
        values -> values.number(scanId).text(first).text(last),
        reader);
  }

  /** For small tables only. */
  List<T> all(Connection connection, long scanId) throws SQLException {
    return Sql.list(
        connection,
        "select * from %s where scan_id = ? order by %s".formatted(name, key),
        values -> values.number(scanId),
        reader);
  }

  /** Of a table that several collections share; for small ones only. */
  List<T> all(Connection connection, long scanId, CollectionName collection) throws SQLException {
    return Sql.list(
        connection,
        "select * from %s where scan_id = ? and collection = ? order by %s".formatted(name, key),
        values -> values.number(scanId).text(collection.name()),
        reader);
  }
}
