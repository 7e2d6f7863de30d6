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
}
