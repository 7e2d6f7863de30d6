package ai.chronom.m365.graph;

import java.util.Set;

/** What came of asking Entra for a token. */
public sealed interface TokenAnswer {
  /**
   * The credentials are right. That alone opens nothing.
   *
   * @param roles what is consented, as the token says; empty when nothing is
   */
  record Issued(Set<String> roles) implements TokenAnswer {
    public Issued {
      roles = Set.copyOf(roles);
    }
  }

  /** Entra answered and refused; see {@link EntraError#isTransient()}. */
  record Refused(EntraError error) implements TokenAnswer {}

  /**
   * No usable answer.
   *
   * @param reason one sentence for the user, without secrets
   */
  record Unreachable(String reason) implements TokenAnswer {}
}
