package ai.chronom.m365.findings;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds pieces of a list of findings by the key of the row beside them: however far down, each
 * costs the same (ADR 105). The natural order is read state by state, since an index knows the
 * findings of one state by their worth.
 */
final class FindingKeys {
  private static final List<FindingState> STATES =
      List.of(FindingState.OPEN, FindingState.DISMISSED, FindingState.RESOLVED);
  private static final FindingOrder.Column WORTH = FindingOrder.Column.WORTH;

  private final Connection connection;
  private final FindingQuery query;
  private final FindingCut cut;

  FindingKeys(Connection connection, FindingQuery query, FindingCut cut) {
    this.connection = connection;
    this.query = query;
    this.cut = cut;
  }

  /** Ids in their order, and whether there are more. */
  record Ids(List<String> ids, boolean earlier, boolean later) {}

  /** One statement, and one more for the row beside them. */
  Ids read() throws SQLException {
    Optional<Edge> edge = edge();
    boolean natural = cut.order().column() == FindingOrder.Column.NATURAL;
    List<Band> bands = natural ? bands(edge) : List.of(band(edge));
    if (cut.backward()) {
      Collections.reverse(bands);
    }
    int wanted = cut.size() + 1;
    List<String> found = new ArrayList<>(ids(bands, wanted, 0));
    boolean more = found.size() == wanted;
    if (more) {
      found.remove(found.size() - 1);
    }
    if (cut.backward()) {
      Collections.reverse(found);
      return new Ids(found, more, true);
    }
    return new Ids(found, edge.isPresent(), more);
  }

  /**
   * Ids of a page by its number, in the natural order: what comes before is passed in the index.
   */
  List<String> natural(int offset) throws SQLException {
    return ids(bands(Optional.empty()), cut.size(), offset);
  }

  /** The row beside the piece; empty at the beginning, or when it is gone. */
  private Optional<Edge> edge() throws SQLException {
    String from = cut.from();
    if (from == null) {
      return Optional.empty();
    }
    String key = key().expression();
    return Sql.list(
            connection,
            "select f.id, f.state, " + key + " as key_value from finding f where f.id = ?",
            values -> values.text(from),
            row ->
                new Edge(
                    row.getString("id"),
                    FindingState.valueOf(row.getString("state")),
                    row.getObject("key_value")))
        .stream()
        .findFirst();
  }

  private FindingOrder.Column key() {
    FindingOrder.Column column = cut.order().column();
    return column == FindingOrder.Column.NATURAL ? WORTH : column;
  }

  private boolean keyDescends() {
    return cut.order().column() == FindingOrder.Column.NATURAL || cut.order().descending();
  }

  private record Edge(String id, FindingState state, Object key) {}

  /** A part of the list in which one expression and the id make the order. */
  private record Band(Optional<FindingState> state, Optional<Edge> edge) {}

  private static Band band(Optional<Edge> edge) {
    return new Band(Optional.empty(), edge);
  }

  /** The state of the row beside the piece, and those behind it. */
  private List<Band> bands(Optional<Edge> edge) {
    int at = edge.map(row -> STATES.indexOf(row.state())).orElse(cut.backward() ? 2 : 0);
    return new ArrayList<>(
        IntStream.range(0, STATES.size())
            .filter(state -> cut.backward() ? state <= at : state >= at)
            .mapToObj(
                state ->
                    new Band(Optional.of(STATES.get(state)), state == at ? edge : Optional.empty()))
            .toList());
  }

  private List<String> ids(List<Band> bands, int wanted, int offset) throws SQLException {
    StringBuilder select = new StringBuilder("select * from (");
    for (int i = 0; i < bands.size(); i++) {
      select.append(i == 0 ? "(" : ") union all (").append(select(bands.get(i), i));
    }
    String key = keyDescends() != cut.backward() ? "key_value desc" : "key_value";
    select
        .append(")) found order by band, ")
        .append(key)
        .append(", id")
        .append(id())
        .append(" limit ? offset ?");
    return Sql.list(
        connection,
        select.toString(),
        values -> {
          for (Band band : bands) {
            bind(values, band, (long) offset + wanted);
          }
          values.number(wanted).number(offset);
        },
        row -> row.getString("id"));
  }

  private String id() {
    return cut.backward() ? " desc" : "";
  }

  private String select(Band band, int number) {
    String key = key().expression();
    boolean down = keyDescends() != cut.backward();
    String beyond = down ? " < ?" : " > ?";
    return "select f.id as id, "
        + key
        + " as key_value, "
        + number
        + " as band from finding f where "
        + query.where()
        + band.state().map(state -> " and f.state = '" + state.name() + "'").orElse("")
        + (band.edge().isEmpty()
            ? ""
            : " and %1$s%2$s ? and (%1$s%3$s or f.id%4$s)"
                .formatted(key, down ? " <=" : " >=", beyond, cut.backward() ? " < ?" : " > ?"))
        + " order by "
        + key
        + (down ? " desc" : "")
        + ", f.id"
        + id()
        + " limit ?";
  }

  private void bind(Sql.Values values, Band band, long wanted) throws SQLException {
    query.bind(values);
    if (band.edge().isPresent()) {
      Edge edge = band.edge().get();
      bind(values, edge.key());
      bind(values, edge.key());
      values.text(edge.id());
    }
    values.number(wanted);
  }

  private static void bind(Sql.Values values, Object key) throws SQLException {
    if (key instanceof Number number) {
      values.decimal(new BigDecimal(number.toString()));
    } else if (key instanceof OffsetDateTime time) {
      values.time(time.toInstant());
    } else if (key instanceof Timestamp time) {
      values.time(time.toInstant());
    } else {
      values.text(String.valueOf(key));
    }
  }
}
