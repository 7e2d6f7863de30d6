package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Stores the items of one page. */
@FunctionalInterface
interface PageWriter<T> {
  /** May assume that none of them is stored, and fail when one is. */
  void store(Connection connection, List<T> items) throws SQLException;

  /** After that, in another transaction: stores those that are missing. */
  default void storeMissing(Connection connection, List<T> items) throws SQLException {
    store(connection, items);
  }

  /**
   * What can be done without a database, by the thread that reads page after page while another one
   * stores them.
   */
  default Rows prepare(List<T> items) {
    PageWriter<T> writer = this;
    return new Rows() {
      @Override
      public void store(Connection connection) throws SQLException {
        writer.store(connection, items);
      }

      @Override
      public void storeMissing(Connection connection) throws SQLException {
        writer.storeMissing(connection, items);
      }
    };
  }

  /** The rows of one page, stored as the writer does it. */
  interface Rows {
    void store(Connection connection) throws SQLException;

    void storeMissing(Connection connection) throws SQLException;
  }
}
