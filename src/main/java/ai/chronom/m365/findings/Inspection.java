package ai.chronom.m365.findings;

import java.util.List;

/** One rule at work on one snapshot: it sees each licensed account once, then the tenant. */
public interface Inspection {
  /** Takes note of an account before anybody judges it. */
  default void notice(Account account) {}

  /** False while the judgement of this account still depends on accounts to come. */
  default boolean ready(Account account) {
    return true;
  }

  /** What it finds about an account, each account once. */
  default List<Candidate> judge(Account account) {
    return List.of();
  }

  /** What it finds about the tenant, after the last account. */
  default List<Candidate> conclude() {
    return List.of();
  }

  /** Hears what all rules found about an account, before money is counted. */
  default void hear(Account account, List<Candidate> found) {}

  /** What it advises once the quantities are known; advice claims nothing. */
  default List<Candidate> plan(List<SkuLine> lines) {
    return List.of();
  }

  /** What it advises about purchases that will renew; advice claims nothing. */
  default List<Candidate> renew(List<RenewalLine> plan) {
    return List.of();
  }

  /** How far it came; asked at the end. */
  Verdict verdict();
}
