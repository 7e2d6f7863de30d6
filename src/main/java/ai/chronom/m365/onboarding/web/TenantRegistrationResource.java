package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.onboarding.Onboarding;
import ai.chronom.m365.onboarding.SecretForm;
import ai.chronom.m365.onboarding.TenantForm;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.Vault;
import ai.chronom.m365.vault.web.SecretAnswer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Connects tenants, renames and removes them, and replaces their secrets. */
@Path("tenants")
@RequestScoped
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TenantRegistrationResource {
  @Inject Onboarding onboarding;
  @Inject Tenants tenants;
  @Inject Vault vault;
  @Inject SecurityContext security;
  @Inject Clock clock;

  @POST
  public Response onboard(Registration body, @Context UriInfo address) {
    TenantId tenantId = onboarding.onboard(body.form(), actor());
    return Response.created(address.getAbsolutePathBuilder().path(tenantId.toString()).build())
        .entity(answer(tenantId))
        .build();
  }

  @PATCH
  @Path("{tenantId}")
  public RegisteredTenant rename(@PathParam("tenantId") String id, NewName body) {
    TenantId tenantId = TenantId.ofAddress(id);
    onboarding.rename(tenantId, body.name(), actor());
    return answer(tenantId);
  }

  @DELETE
  @Path("{tenantId}")
  public void remove(@PathParam("tenantId") String id) {
    onboarding.remove(TenantId.ofAddress(id), actor());
  }

  @PUT
  @Path("{tenantId}/secret")
  public RegisteredTenant replaceSecret(@PathParam("tenantId") String id, NewSecret body) {
    TenantId tenantId = TenantId.ofAddress(id);
    onboarding.replaceSecret(tenantId, body.form(), actor());
    return answer(tenantId);
  }

  private RegisteredTenant answer(TenantId tenantId) {
    SecretAnswer secret =
        vault
            .describe(tenantId)
            .map(description -> SecretAnswer.of(description, LocalDate.now(clock)))
            .orElse(null);
    return RegisteredTenant.of(tenants.get(tenantId), secret);
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  private static @Nullable ClientSecret secret(@Nullable String typed) {
    return typed == null ? null : ClientSecret.ofTyped(typed);
  }

  /** Body of {@code POST /tenants}. */
  public record Registration(
      @Nullable String name,
      @Nullable String tenantId,
      @Nullable String applicationId,
      @Nullable String clientSecret,
      @Nullable String cloud,
      @Nullable String secretExpiresOn) {
    TenantForm form() {
      return new TenantForm(
          name, tenantId, applicationId, secret(clientSecret), cloud, secretExpiresOn);
    }

    @Override
    public String toString() {
      return "Registration[***]";
    }
  }

  /** Body of {@code PUT /tenants/{tenantId}/secret}. */
  public record NewSecret(@Nullable String clientSecret, @Nullable String secretExpiresOn) {
    SecretForm form() {
      return new SecretForm(secret(clientSecret), secretExpiresOn);
    }

    @Override
    public String toString() {
      return "NewSecret[***]";
    }
  }

  /** Body of {@code PATCH /tenants/{tenantId}}. */
  public record NewName(@Nullable String name) {}
}
