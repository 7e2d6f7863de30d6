package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.vault.Enrollment;
import ai.chronom.m365.vault.SecondFactors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What people do to their own second factor. The password is asked for each time: somebody at an
 * unlocked screen does not know it.
 */
@ApplicationScoped
public class OwnSecondFactor {
  @Inject SecondFactors factors;
  @Inject PasswordCheck check;
  @Inject SecondStep step;

  public Enrollment begin(Actor person, String current) {
    confirmPassword(person, current);
    return factors.begin(person.name());
  }

  /** Recovery codes, told once. */
  public List<String> confirm(Actor person, String code) {
    List<String> codes = factors.confirm(person.name(), code, person);
    if (codes.isEmpty()) {
      throw Problem.invalid(
          "code", "This is not the code of now. Compare the clock of the phone, and try the next.");
    }
    return codes;
  }

  public List<String> renewRecoveryCodes(Actor person, String current) {
    confirmPassword(person, current);
    return factors.renewRecoveryCodes(person.name(), person);
  }

  public void turnOff(Actor person, String current) {
    confirmPassword(person, current);
    factors.turnOff(person.name(), AuditAction.SECOND_FACTOR_TURNED_OFF, person);
    step.forget(person.name());
  }

  private void confirmPassword(Actor person, String current) {
    if (check.check(person.name(), current.toCharArray()).isEmpty()) {
      throw Problem.invalid(
          "current", "This is not your password of now; after five such errors it rests a while.");
    }
  }
}
