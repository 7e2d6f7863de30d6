package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What people do to their own account. Their other sessions end, on every node; the one at hand
 * goes on under a new id.
 */
@ApplicationScoped
public class OwnAccount {
  @Inject Accounts accounts;
  @Inject People people;
  @Inject PasswordCheck check;
  @Inject Entrance entrance;

  /** Throws a not-found problem for who is no person with a password of ours. */
  public Account of(Actor person) {
    return accounts.find(person.name()).orElseThrow(() -> Problem.notFound("The account"));
  }

  /**
   * @param current the password of now, which somebody at an unlocked screen does not know; not
   *     looked at when it was only lent
   */
  public void choose(
      Actor person,
      String current,
      String chosen,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = of(person);
    if (!account.mustChoose() && check.check(person.name(), current.toCharArray()).isEmpty()) {
      throw Problem.invalid(
          "current", "This is not your password of now; after five such errors it rests a while.");
    }
    PasswordRule.check("chosen", chosen, account.name());
    entrance.enter(account.name(), people.choosePassword(person, chosen), request, response);
  }

  public void signOutElsewhere(
      Actor person, HttpServletRequest request, HttpServletResponse response) {
    Account account = of(person);
    entrance.enter(account.name(), people.signOutElsewhere(person), request, response);
  }
}
