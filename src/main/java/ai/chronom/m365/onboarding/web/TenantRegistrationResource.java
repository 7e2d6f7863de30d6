package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.onboarding.CredentialForm;
import ai.chronom.m365.onboarding.Onboarding;
import ai.chronom.m365.onboarding.TenantForm;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
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
    onboarding.replaceCredential(tenantId, body.form(), actor());
    return answer(tenantId);
  }

  /** In the place of a secret, or of another certificate. */
  @PUT
  @Path("{tenantId}/certificate")
  public RegisteredTenant replaceCertificate(
      @PathParam("tenantId") String id, NewCertificate body) {
    TenantId tenantId = TenantId.ofAddress(id);
    onboarding.replaceCredential(tenantId, body.form(), actor());
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

  /**
   * Body of {@code POST /tenants}, with one of three credentials: a client secret, a PKCS#12 file,
   * or a certificate that was generated here.
   *
   * @param pkcs12 the file in base64
   * @param certificateId of {@code POST /certificates}
   */
  public record Registration(
      @Nullable String name,
      @Nullable String tenantId,
      @Nullable String applicationId,
      @Nullable String clientSecret,
      @Nullable String cloud,
      @Nullable String secretExpiresOn,
      @Nullable String pkcs12,
      @Nullable String pkcs12Password,
      @Nullable String certificateId) {
    TenantForm form() {
      return new TenantForm(name, tenantId, applicationId, credential(), cloud);
    }

    private CredentialForm credential() {
      CredentialBody body = new CredentialBody(pkcs12, pkcs12Password, certificateId);
      return body.isGiven() ? body.certificate(clientSecret) : secret();
    }

    private CredentialForm secret() {
      return CredentialBody.secret(clientSecret, secretExpiresOn);
    }

    @Override
    public String toString() {
      return "Registration[***]";
    }
  }

  /** Body of {@code PUT /tenants/{tenantId}/secret}. */
  public record NewSecret(@Nullable String clientSecret, @Nullable String secretExpiresOn) {
    CredentialForm form() {
      return CredentialBody.secret(clientSecret, secretExpiresOn);
    }

    @Override
    public String toString() {
      return "NewSecret[***]";
    }
  }

  /**
   * Body of {@code PUT /tenants/{tenantId}/certificate}: a PKCS#12 file, or a certificate that was
   * generated here.
   *
   * @param pkcs12 the file in base64
   * @param certificateId of {@code POST /certificates}
   */
  public record NewCertificate(
      @Nullable String pkcs12, @Nullable String pkcs12Password, @Nullable String certificateId) {
    CredentialForm form() {
      return new CredentialBody(pkcs12, pkcs12Password, certificateId).certificate(null);
    }

    @Override
    public String toString() {
      return "NewCertificate[***]";
    }
  }

  /** Body of {@code PATCH /tenants/{tenantId}}. */
  public record NewName(@Nullable String name) {}
}
