package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.onboarding.ConsentLinks;
import ai.chronom.m365.onboarding.Guide;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.web.AddressedTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Leads to Microsoft's consent page for one tenant, or says how to consent in the portal. */
@Named
@RequestScoped
public class ConsentPage {
  @Inject AddressedTenant addressed;
  @Inject ConsentLinks consentLinks;
  @Inject Guide guide;
  @Inject Clouds clouds;
  @Inject Caller caller;

  private @Nullable URI link;

  public void load() {
    caller.requireOperator();
    Tenant tenant = addressed.tenant();
    link =
        consentLinks
            .link(cloud(), tenant.id(), tenant.applicationId(), seen(), caller.actor())
            .orElse(null);
  }

  /** Null when the answer would not come back here. */
  public @Nullable URI getLink() {
    return link;
  }

  public URI getPermissionsLink() {
    return guide.links(cloud()).apiPermissions(addressed.tenant().applicationId());
  }

  /** Where Microsoft's page returns to, as registered. */
  public String getRedirectUri() {
    return guide.registration().redirectUri().toString();
  }

  /** What it would have to be for the answer to come back here. */
  public String getOwnRedirectUri() {
    return seen() + "/consent";
  }

  /** Our own address as the browser wrote it. */
  static URI seen() {
    return URI.create(Faces.getRequestBaseURL().replaceFirst("/$", ""));
  }

  private Cloud cloud() {
    String id = addressed.tenant().cloudId();
    return clouds
        .find(id)
        .orElseThrow(() -> Problem.notFound("The cloud " + id + " of this tenant"));
  }
}
