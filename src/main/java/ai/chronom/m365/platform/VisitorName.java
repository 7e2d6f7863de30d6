package ai.chronom.m365.platform;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Under which name the house knows somebody for whom the identity provider vouched. What the
 * provider calls them is a wish: the name of somebody else is never given away.
 */
final class VisitorName {
  private static final int WISH_MAX_CHARS = 90;
  private static final String NAMELESS = "visitor";

  private VisitorName() {}

  /**
   * @param taken by whom else; names with a tilde are for visitors only
   */
  static String of(String wish, Predicate<String> taken) {
    String name = plain(wish);
    int number = 1;
    String tried = name;
    while (taken.test(tried)) {
      number++;
      tried = name + "~" + number;
    }
    return tried;
  }

  private static String plain(String wish) {
    String name =
        wish.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._@+-]", "-")
            .replaceAll("^[^a-z0-9]+", "");
    String cut = name.substring(0, Math.min(name.length(), WISH_MAX_CHARS));
    return cut.isEmpty() ? NAMELESS : cut;
  }
}
