package ai.chronom.m365.platform.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.platform.ApiToken;
import ai.chronom.m365.platform.ApiTokens;
import ai.chronom.m365.platform.IssuedToken;
import ai.chronom.m365.platform.NewToken;
import ai.chronom.m365.platform.Reaches;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.Reach;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API tokens: list, issue, revoke. */
@Named
@RequestScoped
public class TokensPage {
  @Inject ApiTokens tokens;
  @Inject Caller caller;
  @Inject Reaches reaches;
  @Inject ReachForm reachForm;
  @Inject Clock clock;

  private @Nullable String name;
  private String role = Role.VIEWER;
  private @Nullable String expiresOn;
  private @Nullable IssuedToken issued;
  private @Nullable Map<String, Reach> seen;

  public void load() {
    caller.requireAdmin();
  }

  /** Its text is shown in this answer and nowhere else, so there is no redirect. */
  public void issue() {
    caller.requireAdmin();
    NewToken wanted =
        NewToken.of(name, role, day(), LocalDate.now(clock)).within(reachForm.chosen());
    issued = tokens.issue(wanted, caller.actor());
    name = null;
    expiresOn = null;
  }

  private @Nullable LocalDate day() {
    if (expiresOn == null) {
      return null;
    }
    try {
      return LocalDate.parse(expiresOn);
    } catch (DateTimeParseException e) {
      throw Problem.invalid("expiresOn", "A date such as 2027-12-31 is expected.");
    }
  }

  public void revoke(ApiToken token) {
    caller.requireAdmin();
    tokens.revoke(token.id(), caller.actor());
    Told.on("/settings/tokens", Texts.of("platform_tokens.message.revoked", token.name()));
  }

  public List<ApiToken> getTokens() {
    return tokens.all();
  }

  /** Which tenants, in words. */
  public String sees(ApiToken token) {
    if (!token.isRestricted()) {
      return reachForm.said(Reach.ALL);
    }
    if (seen == null) {
      seen = reaches.ofPrograms();
    }
    return reachForm.said(seen.getOrDefault(token.id(), Reach.NOTHING));
  }

  public List<String> getRoles() {
    return List.of(Role.VIEWER, Role.OPERATOR, Role.ADMIN);
  }

  /** Null unless one was issued by this very request. */
  public @Nullable IssuedToken getIssued() {
    return issued;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public @Nullable String getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(@Nullable String expiresOn) {
    this.expiresOn = expiresOn;
  }
}
