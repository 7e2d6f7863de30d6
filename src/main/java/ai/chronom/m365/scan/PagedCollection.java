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

    /** As {@link PageWriter#storeMissing}. */
    default void storeMissing(Connection connection, long scanId, List<T> items)
        throws SQLException {
      store(connection, scanId, items);
    }

    /** For the pages of one scan. */
    default PageWriter<T> writer(long scanId) {
      Store<T> store = this;
      return new PageWriter<>() {
        @Override
        public void store(Connection connection, List<T> items) throws SQLException {
          store.store(connection, scanId, items);
        }

        @Override
        public void storeMissing(Connection connection, List<T> items) throws SQLException {
          store.storeMissing(connection, scanId, items);
        }
      };
    }
  }

  @Override
  public Declaration about() {
    return about;
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    reading.pages(new Paged<>(about.request(), reader, store.writer(reading.scan().id())));
    return CollectionOutcome.complete();
  }
}
