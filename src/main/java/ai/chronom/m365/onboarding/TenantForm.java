package ai.chronom.m365.onboarding;

import org.jspecify.annotations.Nullable;

/**
 * The form "Add a new tenant" as it was filled in, nothing checked yet; null means left out.
 *
 * @param tenantId the directory ID, or a domain of the tenant
 * @param cloud id of a cloud; left out means the global one
 */
public record TenantForm(
    @Nullable String name,
    @Nullable String tenantId,
    @Nullable String applicationId,
    CredentialForm credential,
    @Nullable String cloud) {
  public static final String NAME = "name";
  public static final String TENANT_ID = "tenantId";
  public static final String APPLICATION_ID = "applicationId";
  public static final String CLOUD = "cloud";
}
