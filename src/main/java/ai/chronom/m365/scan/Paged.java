package ai.chronom.m365.scan;

import java.util.function.Function;

/**
 * A collection that comes in pages.
 *
 * @param firstPath where it begins; a restart begins at its checkpoint
 * @param pagesEnough how many pages are read at most; the rest is left where it is
 */
record Paged<T>(
    String firstPath,
    Function<JsonCursor, GraphPages.ItemReader<T>> reader,
    PageWriter<T> writer,
    int pagesEnough) {
  Paged(
      String firstPath,
      Function<JsonCursor, GraphPages.ItemReader<T>> reader,
      PageWriter<T> writer) {
    this(firstPath, reader, writer, CollectionReading.PAGES_MAX);
  }
}
