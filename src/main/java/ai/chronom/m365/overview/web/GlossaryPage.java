package ai.chronom.m365.overview.web;

import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.RuleBook;
import ai.chronom.m365.findings.RuleGuide;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.problem.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every word of the console in one sentence; each sentence comes from where it is at home. */
@Named
@RequestScoped
public class GlossaryPage {
  private static final String TERM = "glossary.term.";
  private static final String STATUS = "status.hint.";

  @Inject RuleBook rules;

  /** Words of licensing and of this console. */
  public List<Entry> getTerms() {
    return keys(TERM)
        .map(word -> new Entry(word, Texts.of("glossary.name." + word), Texts.of(TERM + word)))
        .sorted(Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  public List<Entry> getPermissions() {
    return Stream.concat(PermissionCatalog.all().stream(), OptionalPermissions.all().stream())
        .map(GlossaryPage::entry)
        .toList();
  }

  private static Entry entry(GraphPermission permission) {
    return new Entry(permission.name(), permission.name(), permission.purpose());
  }

  /** In the order of their numbers, also those that this version cannot evaluate. */
  public List<RuleEntry> getRules() {
    return Stream.concat(
            rules.rules().stream().map(rule -> rule.about().id()),
            rules.missing().stream().map(RuleBook.MissingRule::id))
        .sorted()
        .map(this::entry)
        .toList();
  }

  private RuleEntry entry(RuleId rule) {
    RuleGuide guide = RuleGuide.find(rule).orElse(null);
    return new RuleEntry(
        rule.value(),
        rules.title(rule),
        guide == null ? Texts.of("glossary.rule.none") : guide.sentence(),
        guide == null ? List.of() : guide.chapters());
  }

  public List<Entry> getStatuses() {
    return keys(STATUS)
        .map(word -> new Entry(word, Texts.of("status." + word), Texts.of(STATUS + word)))
        .sorted(Comparator.comparing(Entry::name))
        .toList();
  }

  /** Thresholds, then lists of people. */
  public List<Entry> getSettings() {
    return Stream.concat(
            Arrays.stream(Threshold.values())
                .map(
                    one ->
                        new Entry(
                            one.word(),
                            Texts.of("threshold." + one.word()),
                            Texts.of("threshold.hint." + one.word()))),
            Arrays.stream(PeopleList.values())
                .map(
                    one ->
                        new Entry(
                            one.word(),
                            Texts.of("list." + one.word()),
                            Texts.of("list.hint." + one.word()))))
        .toList();
  }

  /** What a status means; null when nothing is said, as of words that are none. */
  public @Nullable String hint(@Nullable String word) {
    String key = STATUS + word;
    return bundle().containsKey(key) ? bundle().getString(key) : null;
  }

  /** What a rule finds, in one sentence. */
  public String sentence(RuleId rule) {
    return entry(rule).sentence();
  }

  private static Stream<String> keys(String prefix) {
    return bundle().keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()));
  }

  private static ResourceBundle bundle() {
    return ResourceBundle.getBundle("ai.chronom.m365.messages", Locale.ENGLISH);
  }

  /** One word. */
  public record Entry(String id, String name, String sentence) {}

  /** A rule with all that the documentation says of it. */
  public record RuleEntry(
      String id, String title, String sentence, List<RuleGuide.Chapter> chapters) {
    public RuleEntry {
      chapters = List.copyOf(chapters);
    }
  }
}
