package ai.chronom.m365.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Grows at its end only; one writer at a time, whatever the node (ADR 017). */
final class Chain {
  private static final int ROWS_AT_ONCE = 1_000;

  private final ChainTable table;
  private final ChainKey key;

  Chain(ChainTable table, ChainKey key) {
    this.table = table;
    this.key = key;
  }

  /** Holds the head until the surrounding transaction ends. */
  void append(List<AuditLine> lines) throws SQLException {
    appendTo(table.lockHead(), lines);
  }

  private void appendTo(ChainHead head, List<AuditLine> lines) throws SQLException {
    List<ChainRow> rows = new ArrayList<>();
    ChainHead end = head;
    for (AuditLine line : lines) {
      ChainRow row = ChainRow.after(end, line, key);
      rows.add(row);
      end = row.head();
    }
    table.insert(rows);
    table.moveHead(end);
  }

  /**
   * Takes in the events that were written before there was a chain, and says so in the first event
   * of its own, so that nobody can have it done again unseen.
   */
  void begin(Instant now) throws SQLException {
    ChainHead end = ChainHead.NOTHING;
    List<ChainRow> earlier = table.after(end.position(), ROWS_AT_ONCE);
    while (!earlier.isEmpty()) {
      List<ChainRow> linked = new ArrayList<>();
      for (ChainRow row : earlier) {
        ChainRow next = row.linkedTo(end.link(), key);
        linked.add(next);
        end = next.head();
      }
      table.link(linked);
      earlier = table.after(end.position(), ROWS_AT_ONCE);
    }
    String facts = "took in " + end.position() + " earlier events";
    appendTo(
        end,
        List.of(
            AuditLine.of(
                Actor.SYSTEM, AuditAction.CHAIN_BEGAN, null, Outcome.SUCCEEDED, facts, now)));
  }
}
