package ai.chronom.m365.overview.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.onboarding.Certificates;
import ai.chronom.m365.onboarding.CredentialForm;
import ai.chronom.m365.onboarding.Onboarding;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.PortalLinks;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.web.AddressedTenant;
import ai.chronom.m365.vault.CredentialKind;
import ai.chronom.m365.vault.ExpiryThreshold;
import ai.chronom.m365.vault.SecretDescription;
import ai.chronom.m365.vault.WaitingCertificate;
import ai.chronom.m365.vault.web.Pkcs12Part;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's credential: when it ends, and the certificates that may take its place. */
@Named
@RequestScoped
public class CredentialPage {
  @Inject TenantPage page;
  @Inject AddressedTenant addressed;
  @Inject Onboarding onboarding;
  @Inject Certificates certificates;
  @Inject Clouds clouds;
  @Inject Caller caller;
  @Inject Clock clock;

  private @Nullable Part pkcs12;
  private @Nullable String pkcs12Password;
  private @Nullable WaitingCertificate waiting;
  private boolean looked;

  public boolean isByCertificate() {
    return secret().filter(held -> held.kind() == CredentialKind.CERTIFICATE).isPresent();
  }

  /** The word of the threshold that was reached; null while there is time enough. */
  public @Nullable String getWarning() {
    return secret()
        .flatMap(held -> held.warning(LocalDate.now(clock)))
        .map(ExpiryThreshold::word)
        .orElse(null);
  }

  /** Such as {@code Ends in 12 days}. */
  public String getWarningTitle() {
    long days = secret().flatMap(held -> held.daysLeft(LocalDate.now(clock))).orElse(0L);
    if (days < 0) {
      return Texts.of("tenant_secret.warning.title.expired");
    }
    if (days == 0) {
      return Texts.of("tenant_secret.warning.title.today");
    }
    return days == 1
        ? Texts.of("tenant_secret.warning.title.tomorrow")
        : Texts.of("tenant_secret.warning.title", days);
  }

  /** Certificates and secrets of the app; null when its cloud is no longer configured. */
  public @Nullable String getPortalLink() {
    Tenant tenant = page.getTenant();
    return clouds
        .find(tenant.cloudId())
        .map(cloud -> new PortalLinks(cloud, tenant.applicationId()).secrets())
        .orElse(null);
  }

  private Optional<SecretDescription> secret() {
    return Optional.ofNullable(page.getSecret());
  }

  /** Null when none waits for this tenant. */
  public @Nullable WaitingCertificate getWaiting() {
    if (!looked) {
      waiting = certificates.waitingFor(addressed.id());
      looked = true;
    }
    return waiting;
  }

  public void generate() {
    caller.requireAdmin();
    certificates.generate(addressed.id(), caller.actor());
    Told.on(addressed.address("#secret"), Texts.of("onboarding_generated.message.generated"));
  }

  public void discard() {
    caller.requireAdmin();
    WaitingCertificate made = getWaiting();
    if (made != null) {
      certificates.discard(made.id(), caller.actor());
    }
    Told.on(addressed.address("#secret"), Texts.of("onboarding_generated.message.discarded"));
  }

  /** The certificate is in Entra by now. */
  public void takeGenerated() {
    caller.requireAdmin();
    WaitingCertificate made = getWaiting();
    replace(new CredentialForm.Generated(made == null ? null : made.id().toString()));
  }

  public void upload() throws IOException {
    caller.requireAdmin();
    replace(new CredentialForm.Upload(Pkcs12Part.read(pkcs12, pkcs12Password)));
  }

  private void replace(CredentialForm form) {
    onboarding.replaceCredential(addressed.id(), form, caller.actor());
    Told.on(addressed.address(""), Texts.of("tenant_secret.message.replaced"));
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
}
