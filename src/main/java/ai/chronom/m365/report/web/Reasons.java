package ai.chronom.m365.report.web;

import ai.chronom.m365.findings.RuleResult;
import ai.chronom.m365.problem.web.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stable words with which a rule says what it lacks, as sentences. */
final class Reasons {
  /** Such as {@code not-collected(managed-devices)}. */
  private static final Pattern GAP = Pattern.compile("([a-z-]+)\\(([^)]*)\\)");

  private Reasons() {}

  /** What each word concerns is put together. */
  static String of(RuleResult rule) {
    return of(rule.reason());
  }

  /** The same of the words themselves; empty when there are none. */
  static String of(@Nullable String words) {
    Map<String, String> concerned = new LinkedHashMap<>();
    Matcher gap = GAP.matcher(words == null ? "" : words);
    while (gap.find()) {
      concerned.merge(gap.group(1), gap.group(2), (all, one) -> all + ", " + one);
    }
    return concerned.entrySet().stream()
        .map(entry -> Texts.of("reason." + entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("; "));
  }
}
