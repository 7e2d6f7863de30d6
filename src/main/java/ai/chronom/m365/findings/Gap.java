package ai.chronom.m365.findings;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule could not see everything.
 *
 * @param word stable: {@code permission-not-granted}, {@code optional-permission}, {@code
 *     switched-off}, {@code no-premium-license}, {@code names-concealed}, {@code
 *     not-in-this-cloud}, {@code service-not-used}, {@code endpoint-error}, {@code data-too-old},
 *     {@code no-price}, {@code preview-off}, {@code not-collected}
 * @param about what it concerns, such as a permission or a collection
 */
public record Gap(String word, String about) {
  /** A data set that this version does not collect. */
  public static Gap notCollected(String collection) {
    return new Gap("not-collected", collection);
  }

  /** In the order given, each once; null when there is none. */
  public static @Nullable String words(Collection<Gap> gaps) {
    return gaps.isEmpty()
        ? null
        : gaps.stream().map(Gap::toString).distinct().collect(Collectors.joining("; "));
  }

  @Override
  public String toString() {
    return word + "(" + about + ")";
  }
}
