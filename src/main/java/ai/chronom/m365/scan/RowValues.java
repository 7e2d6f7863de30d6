package ai.chronom.m365.scan;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes the values of rows, column by column, whatever way they go to the database. */
interface RowValues {
  RowValues text(@Nullable String value) throws SQLException;

  RowValues number(long value) throws SQLException;

  RowValues number(int value) throws SQLException;

  RowValues number(@Nullable Integer value) throws SQLException;

  RowValues number(@Nullable Long value) throws SQLException;

  RowValues decimal(@Nullable Double value) throws SQLException;

  RowValues flag(boolean value) throws SQLException;

  RowValues flag(@Nullable Boolean value) throws SQLException;

  RowValues time(@Nullable Instant value) throws SQLException;

  RowValues day(@Nullable LocalDate value) throws SQLException;

  /** Ends one row. */
  void row() throws SQLException;
}
