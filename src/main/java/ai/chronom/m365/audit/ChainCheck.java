package ai.chronom.m365.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chain from its first event to its head, a thousand rows at a time, up to the first
 * place where it is not what we wrote. For one walk.
 */
final class ChainCheck {
  private static final int ROWS_AT_ONCE = 1_000;

  private final ChainSource source;
  private final ChainKey key;
  private final List<ChainHead> seenBefore;

  private ChainHead reached = ChainHead.NOTHING;
  private @Nullable Instant beganAt;

  /**
   * @param seenBefore heads of this chain from earlier days; each must still be in it
   */
  ChainCheck(ChainSource source, ChainKey key, List<ChainHead> seenBefore) {
    this.source = source;
    this.key = key;
    this.seenBefore = List.copyOf(seenBefore);
  }

  ChainReport run(Instant now) {
    ChainEnds ends = source.ends();
    Optional<ChainFlaw> flaw = walk(ends).or(() -> atTheEnd(ends)).or(this::cutSinceSeen);
    return new ChainReport(now, reached.position(), reached, beganAt, flaw);
  }

  /** Rows beyond the end may have come since: they are the next check's. */
  private Optional<ChainFlaw> walk(ChainEnds ends) {
    long end = ends.head() == null ? ends.lastPosition() : ends.head().position();
    long asked = Long.MIN_VALUE;
    while (asked < end) {
      List<ChainRow> rows = source.after(asked, ROWS_AT_ONCE);
      for (ChainRow row : rows) {
        if (row.position() > end) {
          return Optional.empty();
        }
        Optional<ChainFlaw> flaw = step(row);
        if (flaw.isPresent()) {
          return flaw;
        }
      }
      if (rows.size() < ROWS_AT_ONCE) {
        return Optional.empty();
      }
      asked = rows.get(rows.size() - 1).position();
    }
    return Optional.empty();
  }

  private Optional<ChainFlaw> step(ChainRow row) {
    long expected = reached.position() + 1;
    if (row.position() < expected) {
      return Optional.of(ChainFlaw.inserted(row.position()));
    }
    if (row.position() > expected) {
      return Optional.of(ChainFlaw.missing(expected));
    }
    if (row.link() == null) {
      return Optional.of(ChainFlaw.inserted(expected));
    }
    if (!row.follows(reached.link(), key)) {
      return Optional.of(ChainFlaw.altered(expected));
    }
    if (seenBefore.stream().anyMatch(seen -> isOther(seen, row))) {
      return Optional.of(ChainFlaw.replaced(expected));
    }
    if (row.line().action().equals(AuditAction.CHAIN_BEGAN.name())) {
      beganAt = row.line().occurredAt();
    }
    reached = row.head();
    return Optional.empty();
  }

  private static boolean isOther(ChainHead seen, ChainRow row) {
    return seen.position() == row.position() && !seen.equals(row.head());
  }

  private Optional<ChainFlaw> atTheEnd(ChainEnds ends) {
    if (ends.head() == null) {
      return Optional.of(ChainFlaw.headBroken(reached.position()));
    }
    if (reached.position() < ends.head().position()) {
      return Optional.of(ChainFlaw.missing(reached.position() + 1));
    }
    if (!reached.equals(ends.head())) {
      return Optional.of(ChainFlaw.headBroken(reached.position()));
    }
    return ends.lastPosition() > reached.position()
        ? Optional.of(ChainFlaw.inserted(reached.position() + 1))
        : Optional.empty();
  }

  private Optional<ChainFlaw> cutSinceSeen() {
    return seenBefore.stream().anyMatch(seen -> seen.position() > reached.position())
        ? Optional.of(ChainFlaw.missing(reached.position() + 1))
        : Optional.empty();
  }
}
