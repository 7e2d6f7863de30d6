package ai.chronom.m365.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A chain as somebody with a database client may see and change it. */
final class MemoryChain implements ChainSource {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  final List<ChainRow> rows;
  ChainHead head;

  private MemoryChain(List<ChainRow> rows, ChainHead head) {
    this.rows = new ArrayList<>(rows);
    this.head = head;
  }

  static MemoryChain of(int events, ChainKey key) {
    MemoryChain chain = new MemoryChain(List.of(), ChainHead.NOTHING);
    for (int i = 0; i < events; i++) {
      chain.append(line(i), key);
    }
    return chain;
  }

  static AuditLine line(int number) {
    return new AuditLine(
        NOON.plusSeconds(number),
        "admin " + number % 7,
        AuditAction.values()[number % 20].name(),
        number % 3 == 0 ? null : "tenant " + number % 5,
        Outcome.values()[number % 3].name(),
        number % 2 == 0 ? "" : "version=" + number);
  }

  void append(AuditLine line, ChainKey key) {
    ChainRow row = ChainRow.after(head, line, key);
    rows.add(row);
    head = row.head();
  }

  MemoryChain copy() {
    return new MemoryChain(rows, head);
  }

  Optional<ChainFlaw> flaw(ChainKey key, ChainHead... seenBefore) {
    return new ChainCheck(this, key, List.of(seenBefore)).run(NOON).flaw();
  }

  boolean sameAs(MemoryChain other) {
    return rows.equals(other.rows) && head.equals(other.head);
  }

  @Override
  public ChainEnds ends() {
    return new ChainEnds(head, rows.stream().mapToLong(ChainRow::position).max().orElse(0));
  }

  @Override
  public List<ChainRow> after(long position, int limit) {
    return rows.stream()
        .filter(row -> row.position() > position)
        .sorted(Comparator.comparingLong(ChainRow::position))
        .limit(limit)
        .toList();
  }
}
