package ai.chronom.m365.audit;

import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction's lines, linked into the chain as its very last act: the head is locked for no
 * longer than the commit takes, and nothing else is waited for while it is (ADR 017). Registered as
 * an interposed synchronization: by the rules of JTA, JPA has written all its changes before.
 */
final class UnwrittenLines implements Synchronization {
  private final ChainWriter writer;
  private final ChainKey key;
  private final List<AuditLine> lines = new ArrayList<>();

  UnwrittenLines(ChainWriter writer, ChainKey key) {
    this.writer = writer;
    this.key = key;
  }

  void add(AuditLine line) {
    lines.add(line);
  }

  @Override
  public void beforeCompletion() {
    writer.append(lines, key);
  }

  @Override
  public void afterCompletion(int status) {
    key.close();
  }
}
