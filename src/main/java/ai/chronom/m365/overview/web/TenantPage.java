package ai.chronom.m365.overview.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.onboarding.CredentialForm;
import ai.chronom.m365.onboarding.Onboarding;
import ai.chronom.m365.overview.TenantStories;
import ai.chronom.m365.overview.TenantStory;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.report.SavingsHeadline;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.web.AddressedTenant;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.SecretDescription;
import ai.chronom.m365.vault.SecretState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One tenant: where it stands, its secret, its name, its end. */
@Named
@RequestScoped
public class TenantPage {
  @Inject AddressedTenant addressed;
  @Inject TenantStories stories;
  @Inject Onboarding onboarding;
  @Inject Clouds clouds;
  @Inject Caller caller;
  @Inject Clock clock;
  @Inject Words words;

  private @Nullable TenantStory story;
  private @Nullable String name;
  private @Nullable String confirmedName;
  private @Nullable ClientSecret clientSecret;
  private @Nullable String secretExpiresOn;

  public void rename() {
    caller.requireAdmin();
    onboarding.rename(addressed.id(), name, caller.actor());
    Told.on(addressed.address(""), Texts.of("tenant_facts.message.renamed"));
  }

  public void replaceSecret() {
    caller.requireAdmin();
    CredentialForm form = new CredentialForm.Secret(clientSecret, secretExpiresOn);
    onboarding.replaceCredential(addressed.id(), form, caller.actor());
    Told.on(addressed.address(""), Texts.of("tenant_secret.message.replaced"));
  }

  /** Only with the tenant's name typed in: it takes everything along. */
  public void remove() {
    caller.requireAdmin();
    String expected = getTenant().name();
    if (confirmedName == null || !confirmedName.strip().equals(expected.strip())) {
      throw Problem.invalid("confirmedName", Texts.of("tenant_remove.message.error.name"));
    }
    onboarding.remove(addressed.id(), caller.actor());
    Told.on("/integrations", Texts.of("tenant_remove.message.removed", expected));
  }

  public Tenant getTenant() {
    return story().tenant();
  }

  public NextStep getNext() {
    return NextStep.of(story(), LocalDate.now(clock));
  }

  /** Something is under way whose end changes this page. */
  public boolean isSettling() {
    NextStep next = getNext();
    return next == NextStep.AWAIT_VERIFICATION || next == NextStep.AWAIT_SCAN;
  }

  public String getCloudName() {
    String id = getTenant().cloudId();
    return clouds.find(id).map(Cloud::displayName).orElse(id);
  }

  /** Null until the first snapshot was evaluated. */
  public @Nullable SavingsHeadline getSavings() {
    return story().savings().orElse(null);
  }

  public @Nullable SecretDescription getSecret() {
    return story().secret().orElse(null);
  }

  public String getSecretState() {
    return story()
        .secret()
        .map(secret -> secret.state(LocalDate.now(clock)))
        .orElse(SecretState.UNKNOWN)
        .word();
  }

  /** Such as {@code 23 Nov 2027 (days left: 365)}. */
  public String getSecretExpiry() {
    SecretDescription secret = getSecret();
    if (secret == null || secret.expiresOn() == null) {
      return Texts.of("secret.unknown");
    }
    long days = secret.daysLeft(LocalDate.now(clock)).orElse(0L);
    String left = days < 0 ? Texts.of("status.expired") : Texts.of("secret.days_left", days);
    return words.date(secret.expiresOn()) + " (" + left + ")";
  }

  private TenantStory story() {
    if (story == null) {
      story = stories.of(addressed.id());
    }
    return story;
  }

  public @Nullable String getName() {
    return name == null ? getTenant().name() : name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public @Nullable String getConfirmedName() {
    return confirmedName;
  }

  public void setConfirmedName(@Nullable String confirmedName) {
    this.confirmedName = confirmedName;
  }

  /** Never redisplayed. */
  public @Nullable String getClientSecret() {
    return null;
  }

  public void setClientSecret(@Nullable String typed) {
    this.clientSecret = typed == null ? null : ClientSecret.ofTyped(typed);
  }

  public @Nullable String getSecretExpiresOn() {
    return secretExpiresOn;
  }

  public void setSecretExpiresOn(@Nullable String secretExpiresOn) {
    this.secretExpiresOn = secretExpiresOn;
  }
}
