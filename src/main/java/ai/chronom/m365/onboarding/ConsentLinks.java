package ai.chronom.m365.onboarding;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.PublicAddress;
import ai.chronom.m365.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** The link to Microsoft's consent page, when its answer finds the way back to us. */
@ApplicationScoped
public class ConsentLinks {
  @Inject Guide guide;
  @Inject PublicAddress address;
  @Inject Consents consents;

  /**
   * Empty when the registered redirect URI leads elsewhere.
   *
   * @param seen our own address as this request sees it, for when none is configured
   */
  public Optional<URI> link(
      Cloud cloud, TenantId tenantId, ApplicationId applicationId, URI seen, Actor actor) {
    return leadsHere(seen)
        ? Optional.of(
            guide
                .links(cloud)
                .adminConsent(
                    tenantId, applicationId, consents.ask(tenantId, applicationId, actor)))
        : Optional.empty();
  }

  /**
   * @param seen our own address as this request sees it
   */
  public boolean leadsHere(URI seen) {
    URI base = address.base().orElse(seen);
    return new ConsentReturn(guide.registration().redirectUri(), base).leadsHere();
  }
}
