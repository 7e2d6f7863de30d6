package ai.chronom.m365.overview.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.overview.TenantStories;
import ai.chronom.m365.overview.TenantStory;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of tenants: where each stands, and what it could save. */
@Path("tenants")
@RequestScoped
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
@Produces(MediaType.APPLICATION_JSON)
public class TenantsResource {
  @Inject TenantStories stories;
  @Inject Sight sight;
  @Inject Clock clock;

  @GET
  public Listing<TenantAnswer> list(
      @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
    Listing<TenantStory> wanted = stories.page(sight.reach(), PageRequest.of(page, size));
    List<TenantAnswer> answers = wanted.items().stream().map(this::answer).toList();
    return new Listing<>(answers, wanted.total(), wanted.page(), wanted.size());
  }

  @GET
  @Path("{tenantId}")
  public TenantAnswer one(@PathParam("tenantId") String id) {
    return answer(stories.of(TenantId.ofAddress(id)));
  }

  private TenantAnswer answer(TenantStory story) {
    return TenantAnswer.of(story, LocalDate.now(clock));
  }
}
