package ai.chronom.m365.identity;

import java.util.Optional;
import java.util.Set;

/** What came of asking the identity provider who somebody is. */
public sealed interface Said {
  /**
   * It named somebody, in a token that stood every test.
   *
   * @param subject who it is, together with the issuer; names may change
   * @param name to be shown; chosen by the provider or even by the person
   * @param role empty when no group of theirs has one
   * @param groups theirs, without a leading slash
   * @param idToken to be shown to the provider when they sign out
   */
  record Somebody(
      String issuer,
      String subject,
      String name,
      Optional<String> role,
      Set<String> groups,
      String idToken)
      implements Said {
    public Somebody {
      groups = Set.copyOf(groups);
    }

    @Override
    public String toString() {
      return "Somebody[" + issuer + ", " + subject + "]";
    }
  }

  /** It said no: the person declined, or may not use this application. */
  record Declined(String error) implements Said {}

  /**
   * Its answer is not to be believed.
   *
   * @param why for the log; without anything that the answer held
   */
  record Untrusted(String why) implements Said {}

  /** It gave no answer. */
  record Unreachable(String why) implements Said {}
}
