package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Stores the items of one page. */
@FunctionalInterface
interface PageWriter<T> {
  void store(Connection connection, List<T> items) throws SQLException;
}
