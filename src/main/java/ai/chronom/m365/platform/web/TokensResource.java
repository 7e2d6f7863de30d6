package ai.chronom.m365.platform.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.platform.ApiToken;
import ai.chronom.m365.platform.ApiTokens;
import ai.chronom.m365.platform.IssuedToken;
import ai.chronom.m365.platform.NewToken;
import ai.chronom.m365.platform.Reaches;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** API tokens: list, issue, revoke. */
@Path("tokens")
@RequestScoped
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokensResource {
  @Inject ApiTokens tokens;
  @Inject Reaches reaches;
  @Inject Clock clock;
  @Inject SecurityContext security;

  @GET
  public Listing<TokenAnswer> list(
      @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
    PageRequest paging = PageRequest.of(page, size);
    Map<String, Reach> seen = reaches.ofPrograms();
    return Listing.of(
        tokens.all().stream()
            .map(token -> TokenAnswer.of(token, seen.getOrDefault(token.id(), Reach.NOTHING)))
            .toList(),
        paging);
  }

  /** The answer is the only one that ever holds the token. */
  @POST
  public Response issue(TokenRequest request, @Context UriInfo address) {
    LocalDate today = LocalDate.now(clock);
    NewToken wanted =
        NewToken.of(request.name(), request.role(), request.expiresOn(), today)
            .within(reaches.wanted("tenants", request.tenants()));
    IssuedToken issued = tokens.issue(wanted, actor());
    return Response.created(address.getAbsolutePathBuilder().path(issued.id()).build())
        .entity(issued)
        .build();
  }

  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") String id) {
    tokens.revoke(id, actor());
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  /**
   * What is asked for.
   *
   * @param tenants IDs of the tenants that it sees; left out for all
   */
  public record TokenRequest(
      @Nullable String name,
      @Nullable String role,
      @Nullable LocalDate expiresOn,
      @Nullable List<String> tenants) {}

  /**
   * A token without its text.
   *
   * @param tenants those that it sees; left out for all
   */
  public record TokenAnswer(
      String id,
      String name,
      String role,
      Instant createdAt,
      String createdBy,
      @Nullable LocalDate expiresOn,
      @Nullable List<TenantId> tenants) {
    static TokenAnswer of(ApiToken token, Reach some) {
      return new TokenAnswer(
          token.id(),
          token.name(),
          token.role(),
          token.createdAt(),
          token.createdBy(),
          token.expiresOn().orElse(null),
          token.isRestricted()
              ? some.tenants().stream().sorted(Comparator.comparing(TenantId::value)).toList()
              : null);
    }
  }
}
