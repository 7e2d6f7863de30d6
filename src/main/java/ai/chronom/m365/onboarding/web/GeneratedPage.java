package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.onboarding.Certificates;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.vault.WaitingCertificate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The wizard's key pair: made here, its certificate on the way to the portal. */
@Named
@RequestScoped
public class GeneratedPage {
  @Inject Certificates certificates;
  @Inject Caller caller;

  private @Nullable WaitingCertificate waiting;
  private boolean looked;

  /** Of this person, for a tenant that is not connected yet; null when there is none. */
  public @Nullable WaitingCertificate getWaiting() {
    if (!looked) {
      waiting = certificates.madeBy(caller.actor());
      looked = true;
    }
    return waiting;
  }

  public void generate() {
    caller.requireAdmin();
    certificates.generate(null, caller.actor());
    Told.here(Texts.of("onboarding_generated.message.generated"));
  }

  public void discard() {
    caller.requireAdmin();
    WaitingCertificate made = getWaiting();
    if (made != null) {
      certificates.discard(made.id(), caller.actor());
    }
    Told.here(Texts.of("onboarding_generated.message.discarded"));
  }
}
