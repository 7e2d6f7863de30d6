package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** A collection that comes in pages and needs nothing but a reader and a place. */
final class PagedCollection<T> implements ScanCollection {
  private final Declaration about;
  private final Function<JsonCursor, GraphPages.ItemReader<T>> reader;
  private final Store<T> store;

  PagedCollection(
      Declaration about, Function<JsonCursor, GraphPages.ItemReader<T>> reader, Store<T> store) {
    this.about = about;
    this.reader = reader;
    this.store = store;
  }

  /** Writes the items of one page. */
  @FunctionalInterface
  interface Store<T> {
    void store(Connection connection, long scanId, List<T> items) throws SQLException;
  }

  @Override
  public Declaration about() {
    return about;
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    long scanId = reading.scan().id();
    reading.pages(
        new Paged<>(
            about.request(),
            reader,
            (connection, items) -> store.store(connection, scanId, items)));
    return CollectionOutcome.complete();
  }
}
