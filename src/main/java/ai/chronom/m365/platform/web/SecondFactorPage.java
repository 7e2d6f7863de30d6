package ai.chronom.m365.platform.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.platform.Account;
import ai.chronom.m365.platform.OwnAccount;
import ai.chronom.m365.platform.OwnSecondFactor;
import ai.chronom.m365.platform.SecondFactorRule;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.vault.Enrollment;
import ai.chronom.m365.vault.SecondFactors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One's own second factor: set up, look after the recovery codes, turn off. */
@Named
@RequestScoped
public class SecondFactorPage {
  @Inject OwnAccount own;
  @Inject OwnSecondFactor factor;
  @Inject SecondFactors factors;
  @Inject SecondFactorRule rule;
  @Inject Caller caller;

  private @Nullable String current;
  private @Nullable String code;
  private @Nullable Enrollment enrollment;
  private List<String> recoveryCodes = List.of();

  /** The seed is shown in this answer and nowhere else, so there is no redirect. */
  public void begin() {
    enrollment = factor.begin(caller.actor(), text(current));
  }

  /** As with the seed; who mistyped sees it again. */
  public void confirm() {
    try {
      recoveryCodes = factor.confirm(caller.actor(), text(code));
    } catch (Problem problem) {
      enrollment = factors.pending(caller.actor().name()).orElse(null);
      throw problem;
    }
  }

  public void renew() {
    recoveryCodes = factor.renewRecoveryCodes(caller.actor(), text(current));
  }

  public void turnOff() {
    factor.turnOff(caller.actor(), text(current));
    Told.on("/account/second-factor", Texts.of("platform_second_factor.message.off"));
  }

  public Account getAccount() {
    return own.of(caller.actor());
  }

  /** Nothing else opens before it is set up. */
  public boolean isRequired() {
    return rule.asks(getAccount());
  }

  public boolean isOn() {
    return getSince() != null;
  }

  /** Null when there is none. */
  public @Nullable Instant getSince() {
    return factors.since(caller.actor().name()).orElse(null);
  }

  public long getLeft() {
    return factors.recoveryCodesLeft(caller.actor().name());
  }

  /** Null unless one begins with this very request. */
  public @Nullable Enrollment getEnrollment() {
    return enrollment;
  }

  /**
   * Whether the form of the code is there: in the answer that shows the seed, and when a request
   * brings what was typed into it.
   */
  public boolean isSettingUp() {
    return enrollment != null
        || Faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
            && Faces.getRequestParameter("confirm-form") != null;
  }

  /** Null as above. */
  public @Nullable QrPicture getPicture() {
    return enrollment == null ? null : QrPicture.of(enrollment.uri());
  }

  /** Empty unless made by this very request. */
  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /** Never redisplayed. */
  public @Nullable String getCurrent() {
    return null;
  }

  public void setCurrent(@Nullable String current) {
    this.current = current;
  }

  /** Never redisplayed. */
  public @Nullable String getCode() {
    return null;
  }

  public void setCode(@Nullable String code) {
    this.code = code;
  }
}
