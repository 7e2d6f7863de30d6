package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may come in which way, as {@code chronom.auth.mechanism} says. With single sign-on the
 * passwords of ours open for administrators only: the way in when the identity provider is not
 * there (ADR 101).
 */
@ApplicationScoped
public class SignInPolicy {
  static final String OIDC = "oidc";

  @Inject
  @ConfigProperty(name = "chronom.auth.mechanism", defaultValue = "form")
  String mechanism;

  public boolean hasSingleSignOn() {
    return OIDC.equals(mechanism);
  }

  /** Whether the account's way in is open at all. */
  boolean admits(Account account) {
    return admits(hasSingleSignOn(), account);
  }

  static boolean admits(boolean singleSignOn, Account account) {
    if (!account.isLocal()) {
      return singleSignOn;
    }
    return !singleSignOn || account.role().equals(Role.ADMIN);
  }
}
