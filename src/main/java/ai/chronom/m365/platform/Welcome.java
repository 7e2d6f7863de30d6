package ai.chronom.m365.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an answer of the identity provider was taken.
 *
 * @param to where the person wanted to go
 * @param refused null when they are in
 * @param name under which the house knows them; empty when it does not
 */
public record Welcome(ReturnAddress to, @Nullable Reason refused, String name) {
  /** Why somebody is not let in. */
  public enum Reason {
    /** No group of theirs has a role. */
    NO_ROLE,
    /** An administrator disabled them here. */
    DISABLED,
    /** The provider, or the person there, said no. */
    DECLINED,
    /** The answer belongs to no attempt of this browser, or to one too long ago. */
    STALE,
    /** The answer is not to be believed. */
    UNTRUSTED,
    /** The provider cannot be reached. */
    UNREACHABLE;

    /** The word in the bundle. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Welcome refused(Reason why) {
    return new Welcome(ReturnAddress.HOME, why, "");
  }
}
