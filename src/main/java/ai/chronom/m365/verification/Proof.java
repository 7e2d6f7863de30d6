package ai.chronom.m365.verification;

import ai.chronom.m365.graph.EntraError;
import java.util.Set;

/** What Entra said about credentials that are not stored yet. */
public sealed interface Proof {
  /**
   * They work; that alone opens nothing.
   *
   * @param roles what is consented already; empty when nothing is
   */
  record Accepted(Set<String> roles) implements Proof {
    public Accepted {
      roles = Set.copyOf(roles);
    }
  }

  /** They don't work. */
  record Rejected(EntraError error) implements Proof {}

  /**
   * Nobody knows: Entra gave no answer, or was in trouble itself.
   *
   * @param reason one sentence for the user
   */
  record Unreachable(String reason) implements Proof {}
}
