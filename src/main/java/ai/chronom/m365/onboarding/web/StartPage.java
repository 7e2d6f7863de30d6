package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.onboarding.AppRegistration;
import ai.chronom.m365.onboarding.ConsentLinks;
import ai.chronom.m365.onboarding.CredentialForm;
import ai.chronom.m365.onboarding.Guide;
import ai.chronom.m365.onboarding.Onboarding;
import ai.chronom.m365.onboarding.PortalLinks;
import ai.chronom.m365.onboarding.ScriptKind;
import ai.chronom.m365.onboarding.TenantForm;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.WaitingCertificate;
import ai.chronom.m365.vault.web.Pkcs12Part;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The wizard that leads an administrator from the portal to a connected tenant. */
@Named
@RequestScoped
public class StartPage {
  private static final String ADDRESS = "/onboarding/";

  @Inject Draft draft;
  @Inject Guide guide;
  @Inject Clouds clouds;
  @Inject Onboarding onboarding;
  @Inject ConsentLinks consentLinks;
  @Inject Caller caller;
  @Inject GeneratedPage generated;

  private @Nullable ClientSecret clientSecret;
  private @Nullable Part pkcs12;
  private @Nullable String pkcs12Password;

  /** Checked before anything is shown: the role, and what the address says. */
  public void load() {
    caller.requireAdmin();
    String asked = Faces.getRequestParameter("cloud");
    if (asked != null && clouds.find(asked).isPresent()) {
      draft.setCloud(asked);
    }
    Optional.ofNullable(Faces.getRequestParameter("credential"))
        .flatMap(CredentialChoice::find)
        .ifPresent(draft::choose);
    draft.reach(getStep());
  }

  /** The step of the address, else the one reached last. */
  public Step getStep() {
    return Optional.ofNullable(Faces.getRequestParameter("step"))
        .flatMap(Step::find)
        .orElse(draft.getStep());
  }

  public List<Step> getSteps() {
    return List.of(Step.values());
  }

  /** done, now or ahead. */
  public String place(Step step) {
    int distance = step.compareTo(getStep());
    if (distance == 0) {
      return "now";
    }
    return distance < 0 ? "done" : "ahead";
  }

  /** What was typed is in the draft by now. */
  public void next() {
    Faces.redirect(Faces.getRequestContextPath() + ADDRESS + getStep().next().word());
  }

  /** Proves the credential with Entra and connects the tenant. */
  public void save() throws IOException {
    caller.requireAdmin();
    TenantId tenantId = onboarding.onboard(form(), caller.actor());
    String name = String.valueOf(draft.getName()).strip();
    draft.clear();
    Told.on("/tenants/" + tenantId, Texts.of("onboarding_start.message.connected", name));
  }

  private CredentialForm credential() throws IOException {
    if (draft.isByUpload()) {
      return new CredentialForm.Upload(Pkcs12Part.read(pkcs12, pkcs12Password));
    }
    if (draft.isByGenerated()) {
      WaitingCertificate made = generated.getWaiting();
      return new CredentialForm.Generated(made == null ? null : made.id().toString());
    }
    return new CredentialForm.Secret(clientSecret, draft.getSecretExpiresOn());
  }

  /** The steps on which the kind of credential makes a difference. */
  public boolean isAboutCredential() {
    return getStep() == Step.SECRET || getStep() == Step.CONNECT;
  }

  public List<CredentialChoice> getCredentials() {
    return List.of(CredentialChoice.values());
  }

  private TenantForm form() throws IOException {
    return new TenantForm(
        draft.getName(),
        draft.getTenantId(),
        draft.getApplicationId(),
        credential(),
        draft.getCloud());
  }

  public List<Cloud> getClouds() {
    return clouds.all();
  }

  public String getApplicationName() {
    return guide.registration().name();
  }

  public String getRedirectUri() {
    return guide.registration().redirectUri().toString();
  }

  public String getSecretDescription() {
    return AppRegistration.SECRET_DESCRIPTION;
  }

  public int getSecretDays() {
    return AppRegistration.SECRET_DAYS;
  }

  public List<GraphPermission> getPermissions() {
    return guide.permissions();
  }

  public URI getRegistrationLink() {
    return links().newRegistration();
  }

  /** Of the application when its id is known already, else of all applications. */
  public URI getPermissionsLink() {
    return applicationId().map(links()::apiPermissions).orElse(links().registrations());
  }

  /** Of the application when its id is known already, else of all applications. */
  public URI getSecretsLink() {
    return applicationId().map(links()::secrets).orElse(links().registrations());
  }

  /**
   * Null until both ids are known; a domain is not enough for it. Its answer leads back here when
   * the redirect URI is ours.
   */
  public @Nullable URI getConsentLink() {
    Optional<TenantId> tenant = Optional.ofNullable(draft.getTenantId()).flatMap(TenantId::parse);
    if (tenant.isEmpty() || applicationId().isEmpty()) {
      return null;
    }
    ApplicationId application = applicationId().get();
    return consentLinks
        .link(cloud(), tenant.get(), application, ConsentPage.seen(), caller.actor())
        .orElseGet(() -> links().adminConsent(tenant.get(), application, "onboarding"));
  }

  public List<Script> getScripts() {
    return Arrays.stream(ScriptKind.values())
        .map(kind -> new Script(kind.word(), guide.script(kind, cloud())))
        .toList();
  }

  private Optional<ApplicationId> applicationId() {
    return Optional.ofNullable(draft.getApplicationId()).flatMap(ApplicationId::parse);
  }

  private PortalLinks links() {
    return guide.links(cloud());
  }

  private Cloud cloud() {
    return clouds.find(draft.getCloud()).orElseGet(() -> clouds.all().get(0));
  }

  /** Never redisplayed. */
  public @Nullable String getClientSecret() {
    return null;
  }

  public void setClientSecret(@Nullable String typed) {
    this.clientSecret = typed == null ? null : ClientSecret.ofTyped(typed);
  }

  public @Nullable Part getPkcs12() {
    return pkcs12;
  }

  public void setPkcs12(@Nullable Part pkcs12) {
    this.pkcs12 = pkcs12;
  }

  /** Never redisplayed. */
  public @Nullable String getPkcs12Password() {
    return null;
  }

  public void setPkcs12Password(@Nullable String typed) {
    this.pkcs12Password = typed;
  }

  /**
   * A script that does the portal's part.
   *
   * @param kind the word of the contract
   */
  public record Script(String kind, String content) {}
}
