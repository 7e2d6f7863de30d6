package ai.chronom.m365.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The way through a collection's pages: a link never comes twice, a page never repeats. */
final class PageTrail {
  /** Pages without items are legal; without end they are not. */
  private static final int EMPTY_MAX = 1_000;

  private final int pagesMax;
  private final Set<String> links = new HashSet<>();
  private List<?> lastItems = List.of();
  private int emptyInARow;

  PageTrail(int pagesMax) {
    this.pagesMax = pagesMax;
  }

  /** Throws {@link Unreadable} when the pages would never end. */
  void follow(GraphPage<?> page) {
    if (!page.items().isEmpty() && page.items().equals(lastItems)) {
      throw new Unreadable("Microsoft Graph sent the same page twice in a row.");
    }
    lastItems = page.items();
    emptyInARow = page.items().isEmpty() ? emptyInARow + 1 : 0;
    if (emptyInARow > EMPTY_MAX) {
      throw new Unreadable(
          "Microsoft Graph sent more than " + EMPTY_MAX + " pages in a row with nothing on them.");
    }
    String link = page.nextLink();
    if (link == null) {
      return;
    }
    if (!links.add(link)) {
      throw new Unreadable("Microsoft Graph's pages lead back to an earlier page.");
    }
    if (links.size() >= pagesMax) {
      throw new Unreadable("Microsoft Graph has more than " + pagesMax + " pages.");
    }
  }
}
