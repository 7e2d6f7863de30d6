package ai.chronom.m365.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the documentation says of a rule: {@code docs/rules} is its only home.
 *
 * @param sentence what it finds, in one
 */
public record RuleGuide(RuleId rule, String sentence, List<Chapter> chapters) {
  private static final Map<RuleId, Optional<RuleGuide>> KNOWN = new ConcurrentHashMap<>();
  private static final Pattern SENTENCE = Pattern.compile("^.*?[.](?=\\s|$)", Pattern.DOTALL);
  private static final String HEADING = "## ";

  public RuleGuide {
    chapters = List.copyOf(chapters);
  }

  /** One part of it. */
  public record Chapter(String title, List<String> paragraphs) {
    public Chapter {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** Empty when nothing is written about that rule. */
  public static Optional<RuleGuide> find(RuleId rule) {
    return KNOWN.computeIfAbsent(rule, RuleGuide::read);
  }

  private static Optional<RuleGuide> read(RuleId rule) {
    try (InputStream file = RuleGuide.class.getResourceAsStream("guide/" + rule.value() + ".md")) {
      return file == null
          ? Optional.empty()
          : Optional.of(of(rule, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RuleGuide of(RuleId rule, String markdown) {
    List<Chapter> chapters = new ArrayList<>();
    for (String part : markdown.split("(?m)^(?=## )")) {
      if (part.startsWith(HEADING)) {
        String title = part.lines().findFirst().orElse(HEADING).substring(HEADING.length());
        chapters.add(new Chapter(title.strip(), paragraphs(part)));
      }
    }
    String first =
        chapters.stream().flatMap(one -> one.paragraphs().stream()).findFirst().orElse("");
    Matcher sentence = SENTENCE.matcher(first);
    String said = sentence.find() ? sentence.group() : first;
    return new RuleGuide(rule, said, chapters);
  }

  private static List<String> paragraphs(String part) {
    String body = part.lines().skip(1).collect(Collectors.joining("\n"));
    return List.of(body.split("\n\\s*\n|\n(?=- |\\|)")).stream()
        .map(text -> text.replaceAll("\\s+", " ").replace("`", "").strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
