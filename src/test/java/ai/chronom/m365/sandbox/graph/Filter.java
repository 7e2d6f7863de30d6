package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The small part of $filter that license questions need; everything else is refused by name. */
final class Filter {
  private static final Pattern COMPARISON =
      Pattern.compile("([\\w/$]+) (eq|ne|ge|gt|le|lt) ('(?:[^']|'')*'|\\S+)");
  private static final Pattern ANY = Pattern.compile("(\\w+)/any\\(\\)");
  private static final Pattern STARTS =
      Pattern.compile("startswith\\((\\w+), ?'((?:[^']|'')*)'\\)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> ADVANCED_OPERATORS = Set.of("ne");

  private final List<Term> terms = new ArrayList<>();
  private boolean advanced;

  private record Term(String property, String operator, String operand) {}

  private Filter() {}

  static Filter parse(String text) {
    Filter filter = new Filter();
    for (String part : text.trim().split(" and ")) {
      filter.terms.add(filter.term(part.trim()));
    }
    return filter;
  }

  static Filter none() {
    return new Filter();
  }

  private Term term(String text) {
    Matcher any = ANY.matcher(text);
    if (any.matches()) {
      return new Term(any.group(1), "any", "");
    }
    Matcher starts = STARTS.matcher(text);
    if (starts.matches()) {
      return new Term(starts.group(1), "startswith", starts.group(2).replace("''", "'"));
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (!comparison.matches()) {
      throw GraphRefusal.badRequest("Invalid filter clause: " + text);
    }
    advanced |=
        ADVANCED_OPERATORS.contains(comparison.group(2)) || comparison.group(1).endsWith("/$count");
    return new Term(comparison.group(1), comparison.group(2), literal(comparison.group(3)));
  }

  private static String literal(String text) {
    return text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'") : text;
  }

  /** Works only with ConsistencyLevel: eventual and $count=true. */
  boolean isAdvanced() {
    return advanced;
  }

  /** The properties it looks at, without what is asked of them. */
  Set<String> properties() {
    Set<String> properties = new LinkedHashSet<>();
    terms.forEach(term -> properties.add(term.property.split("/")[0]));
    return properties;
  }

  boolean accepts(Map<String, Object> row) {
    return terms.stream().allMatch(term -> accepts(row, term));
  }

  private static boolean accepts(Map<String, Object> row, Term term) {
    Object value = value(row, term.property);
    if (term.operator.equals("any")) {
      return value instanceof Collection<?> items && !items.isEmpty();
    }
    if (term.operator.equals("startswith")) {
      return value != null
          && value
              .toString()
              .toLowerCase(java.util.Locale.ROOT)
              .startsWith(term.operand.toLowerCase(java.util.Locale.ROOT));
    }
    if (value == null) {
      return term.operand.equals("null") == term.operator.equals("eq");
    }
    int order = compare(value, term.operand);
    return switch (term.operator) {
      case "eq" -> order == 0;
      case "ne" -> order != 0;
      case "ge" -> order >= 0;
      case "gt" -> order > 0;
      case "le" -> order <= 0;
      default -> order < 0;
    };
  }

  private static Object value(Map<String, Object> row, String path) {
    Object value = row;
    for (String step : path.split("/")) {
      if (step.equals("$count")) {
        return value instanceof Collection<?> items ? items.size() : 0;
      }
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
      value = value instanceof Json.Piece piece ? piece.value() : value;
    }
    return value;
  }

  private static int compare(Object value, String operand) {
    return value instanceof Number number
        ? Long.compare(
            number.longValue(),
            operand.matches("-?\\d{1,18}") ? Long.parseLong(operand) : Long.MAX_VALUE)
        : value.toString().compareToIgnoreCase(operand);
  }
}
