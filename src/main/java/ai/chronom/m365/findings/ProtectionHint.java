package ai.chronom.m365.findings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account that may belong on the list of protected ones; its admin decides. Texts come from the
 * tenant and are hostile until escaped.
 */
public record ProtectionHint(
    String userId, String userPrincipalName, @Nullable String displayName, Why why) {
  /** What speaks for it. */
  public enum Why {
    /** It is called like an emergency, service or administrator's account. */
    NAME,
    /** A Global Administrator whom nobody uses: kept for emergencies. */
    UNUSED_ADMINISTRATOR;

    /** The word on the wire: lower-kebab. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
