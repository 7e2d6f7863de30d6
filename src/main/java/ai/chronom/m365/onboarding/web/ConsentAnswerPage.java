package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.onboarding.ConsentAnswer;
import ai.chronom.m365.onboarding.ConsentOutcome;
import ai.chronom.m365.onboarding.Consents;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Where Microsoft's consent page returns to: on to the verification, or why not. */
@Named
@RequestScoped
public class ConsentAnswerPage {
  @Inject Consents consents;
  @Inject Caller caller;
  @Inject Sight sight;

  private ConsentOutcome outcome = new ConsentOutcome.Unknown();

  public void load() {
    caller.requireOperator();
    ConsentAnswer answer =
        new ConsentAnswer(
            Faces.getRequestParameter("state"),
            Faces.getRequestParameter("error"),
            Faces.getRequestParameter("error_description"),
            Faces.getRequestParameter("admin_consent"),
            Faces.getRequestParameter("tenant"));
    outcome = consents.answered(answer, sight.reach(), caller.actor());
    if (outcome instanceof ConsentOutcome.Given given) {
      if (given.connected()) {
        Told.on(
            "/tenants/" + given.tenantId() + "/permissions",
            Texts.of("onboarding_answer.message.given"));
      } else {
        Told.on("/onboarding/secret", Texts.of("onboarding_answer.message.given_first"));
      }
    }
  }

  /** unknown, refused or elsewhere. */
  public String getKind() {
    if (outcome instanceof ConsentOutcome.Refused) {
      return "refused";
    }
    return outcome instanceof ConsentOutcome.Elsewhere ? "elsewhere" : "unknown";
  }

  /** Null unless refused. */
  public ConsentOutcome.@Nullable Refused getRefused() {
    return outcome instanceof ConsentOutcome.Refused refused ? refused : null;
  }

  /** Where to try again; null when we don't know for which tenant. */
  public @Nullable String getAgain() {
    if (outcome instanceof ConsentOutcome.Refused refused) {
      return again(refused.tenantId(), refused.connected());
    }
    return outcome instanceof ConsentOutcome.Elsewhere elsewhere
        ? again(elsewhere.tenantId(), elsewhere.connected())
        : null;
  }

  private static String again(TenantId tenantId, boolean connected) {
    return Faces.getRequestContextPath()
        + (connected ? "/tenants/" + tenantId + "/consent" : "/onboarding/consent");
  }
}
