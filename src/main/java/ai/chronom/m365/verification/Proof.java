package ai.chronom.m365.verification;

import ai.chronom.m365.graph.EntraError;
import java.util.Optional;
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

  /** They don't work; rooms that don't know {@code graph} read the error through this. */
  record Rejected(EntraError error) implements Proof {
    /** Such as {@code AADSTS7000215}; OAuth's word when Entra gave no code. */
    public String label() {
      return error.label();
    }

    /** In our words. */
    public String meaning() {
      return error.meaning();
    }

    /** What to click or to check. */
    public String remedy() {
      return error.remedy();
    }

    /** The value of the onboarding form that it concerns. */
    public Optional<String> field() {
      return error.field();
    }

    /** For Microsoft's support. */
    public Optional<String> traceId() {
      return Optional.ofNullable(error.traceId());
    }

    /** For Microsoft's support. */
    public Optional<String> correlationId() {
      return Optional.ofNullable(error.correlationId());
    }
  }

  /**
   * Nobody knows: Entra gave no answer, or was in trouble itself.
   *
   * @param reason one sentence for the user
   */
  record Unreachable(String reason) implements Proof {}
}
