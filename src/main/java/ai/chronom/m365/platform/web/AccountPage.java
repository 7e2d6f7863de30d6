package ai.chronom.m365.platform.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.platform.Account;
import ai.chronom.m365.platform.Entrance;
import ai.chronom.m365.platform.OwnAccount;
import ai.chronom.m365.platform.PersonSession;
import ai.chronom.m365.platform.Sessions;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One's own account: another password, and an end of all other sessions. */
@Named
@RequestScoped
public class AccountPage {
  @Inject OwnAccount own;
  @Inject Sessions sessions;
  @Inject Entrance entrance;
  @Inject Caller caller;

  private @Nullable String current;
  private @Nullable String chosen;
  private @Nullable String again;

  public Account getAccount() {
    return own.of(caller.actor());
  }

  /** Those with a lent password are told why they are here, and have just typed it. */
  public boolean isMustChoose() {
    return getAccount().mustChoose();
  }

  public void choose() {
    if (chosen == null || !chosen.equals(again)) {
      throw Problem.invalid("again", "This differs from the new password.");
    }
    own.choose(caller.actor(), current == null ? "" : current, chosen, request(), response());
    Told.on("/", Texts.of("platform_account.message.chosen"));
  }

  public void signOutElsewhere() {
    own.signOutElsewhere(caller.actor(), request(), response());
    Told.on("/account", Texts.of("platform_account.message.signed_out"));
  }

  public List<PersonSession> getSessions() {
    return sessions.of(caller.actor().name());
  }

  public boolean isThis(PersonSession session) {
    return session.idHash().equals(entrance.current(request()));
  }

  public void end(PersonSession session) {
    sessions.end(session.idHash(), caller.actor());
    Told.on("/account", Texts.of("platform_account.message.ended"));
  }

  private static HttpServletRequest request() {
    return Faces.getRequest();
  }

  private static HttpServletResponse response() {
    return Faces.getResponse();
  }

  /** Never redisplayed. */
  public @Nullable String getCurrent() {
    return null;
  }

  public void setCurrent(@Nullable String current) {
    this.current = current;
  }

  /** Never redisplayed. */
  public @Nullable String getChosen() {
    return null;
  }

  public void setChosen(@Nullable String chosen) {
    this.chosen = chosen;
  }

  /** Never redisplayed. */
  public @Nullable String getAgain() {
    return null;
  }

  public void setAgain(@Nullable String again) {
    this.again = again;
  }
}
