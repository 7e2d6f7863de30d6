package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.tenant.Clouds;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What was typed into the wizard so far, kept while its person looks elsewhere; no secret. */
@Named
@SessionScoped
public class Draft implements Serializable {
  private static final long serialVersionUID = 1;

  private Step step = Step.REGISTER;
  private CredentialChoice credential = CredentialChoice.CLIENT_SECRET;
  private String cloud = Clouds.DEFAULT_ID;
  private @Nullable String name;
  private @Nullable String tenantId;
  private @Nullable String applicationId;
  private @Nullable String secretExpiresOn;

  /** For the next tenant. */
  void clear() {
    step = Step.REGISTER;
    name = null;
    tenantId = null;
    applicationId = null;
    secretExpiresOn = null;
  }

  /** Where its person was last. */
  public Step getStep() {
    return step;
  }

  void reach(Step reached) {
    this.step = reached;
  }

  public CredentialChoice getCredential() {
    return credential;
  }

  void choose(CredentialChoice chosen) {
    this.credential = chosen;
  }

  public boolean isByClientSecret() {
    return credential == CredentialChoice.CLIENT_SECRET;
  }

  public boolean isByGenerated() {
    return credential == CredentialChoice.GENERATED;
  }

  public boolean isByUpload() {
    return credential == CredentialChoice.UPLOAD;
  }

  public String getCloud() {
    return cloud;
  }

  public void setCloud(String cloud) {
    this.cloud = cloud;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getTenantId() {
    return tenantId;
  }

  public void setTenantId(@Nullable String tenantId) {
    this.tenantId = tenantId;
  }

  public @Nullable String getApplicationId() {
    return applicationId;
  }

  public void setApplicationId(@Nullable String applicationId) {
    this.applicationId = applicationId;
  }

  public @Nullable String getSecretExpiresOn() {
    return secretExpiresOn;
  }

  public void setSecretExpiresOn(@Nullable String secretExpiresOn) {
    this.secretExpiresOn = secretExpiresOn;
  }
}
