package ai.chronom.m365.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In which order findings are wanted. Ties end at the id, so that pages never overlap.
 *
 * @param descending the other way round
 */
public record FindingOrder(Column column, boolean descending) {
  /** Open ones first, dearest first. */
  public static final FindingOrder NATURAL = new FindingOrder(Column.NATURAL, false);

  /** What a list of findings can be sorted by. */
  public enum Column {
    NATURAL(
        "case f.state when 'OPEN' then 0 when 'DISMISSED' then 1 else 2 end," + " f.worth desc"),
    SUBJECT("lower(f.subject)"),
    RULE("f.rule_id"),
    CONFIDENCE("case f.confidence when 'HIGH' then 0 when 'MEDIUM' then 1 else 2 end"),
    STATE("case f.state when 'OPEN' then 0 when 'DISMISSED' then 1 else 2 end"),
    UNITS("f.units"),
    WORTH("f.worth"),
    NET("coalesce(f.net, 0)"),
    FIRST_SEEN("f.first_seen_at"),
    LAST_SEEN("f.last_seen_at"),
    RESOLVED("f.resolved_at");

    private final String expression;

    Column(String expression) {
      this.expression = expression;
    }

    String expression() {
      return expression;
    }

    /** By its name in lower case. */
    public static Optional<Column> find(String name) {
      return Arrays.stream(values())
          .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }
  }

  String clause() {
    return " order by " + column.expression + (descending ? " desc" : "") + ", f.id";
  }
}
