package ai.chronom.m365.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a Graph collection, parsed.
 *
 * @param nextLink where the next page is; null on the last one. An empty page may have one
 * @param warnings values skipped because they were missing, malformed or too long
 */
record GraphPage<T>(List<T> items, @Nullable String nextLink, long warnings) {
  GraphPage {
    items = List.copyOf(items);
  }
}
