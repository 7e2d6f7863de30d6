package ai.chronom.m365.scan;

import org.jspecify.annotations.Nullable;

/**
 * How far one collection was stored: where a restart goes on.
 *
 * @param noted whether it ended with something to say
 * @param failures in a row, since the last page that was stored
 * @param nextLink the page after the stored ones; null before the first and after the last
 */
record Checkpoint(
    CollectionName name,
    CollectionState state,
    boolean noted,
    long items,
    int pages,
    long warnings,
    int failures,
    @Nullable String nextLink) {
  static Checkpoint start(CollectionName name) {
    return new Checkpoint(name, CollectionState.PENDING, false, 0, 0, 0, 0, null);
  }

  /** All pages are stored. */
  boolean read() {
    return pages > 0 && nextLink == null;
  }

  Checkpoint after(GraphPage<?> page) {
    return new Checkpoint(
        name,
        CollectionState.RUNNING,
        false,
        items + page.items().size(),
        pages + 1,
        warnings + page.warnings(),
        0,
        page.nextLink());
  }

  /** What is counted stands in the database; one more answer was used. */
  Checkpoint onward(@Nullable String link, long moreItems, int morePages) {
    return new Checkpoint(
        name,
        CollectionState.RUNNING,
        false,
        items + moreItems,
        pages + morePages,
        warnings,
        0,
        link);
  }

  /** The same rows, but the rest comes by another road. */
  Checkpoint goingOnAt(String link) {
    return new Checkpoint(name, CollectionState.RUNNING, false, items, pages, warnings, 0, link);
  }

  /** The next start begins anew, but what came so far is told. */
  Checkpoint with(long newItems, int newPages, long newWarnings) {
    return new Checkpoint(
        name, CollectionState.RUNNING, false, newItems, newPages, newWarnings, 0, null);
  }
}
