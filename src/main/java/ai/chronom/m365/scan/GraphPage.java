package ai.chronom.m365.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a Graph collection, parsed.
 *
 * @param nextLink where the next page is; null on the last one. An empty page may have one
 * @param deltaLink on the last page of a round of changes: where the next round begins
 * @param warnings values skipped because they were missing, malformed or too long
 */
record GraphPage<T>(
    List<T> items, @Nullable String nextLink, long warnings, @Nullable String deltaLink) {
  GraphPage(List<T> items, @Nullable String nextLink, long warnings) {
    this(items, nextLink, warnings, null);
  }

  GraphPage {
    items = List.copyOf(items);
  }
}
