package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.ListFile;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.ProtectionHint;
import ai.chronom.m365.findings.ProtectionHints;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whole lists of people from a file, and whom the list of protected accounts may lack. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ListsResource {
  @Inject Tenants tenants;
  @Inject Settling settling;
  @Inject ProtectionHints hints;
  @Inject Clock clock;
  @Inject SecurityContext security;

  /**
   * Nothing changes when one line is wrong.
   *
   * @param instead {@code true}: whoever the file does not name leaves the list
   */
  @POST
  @Path("{tenantId}/lists/{list}/import")
  @RolesAllowed(Role.ADMIN)
  @Consumes("text/csv")
  public Imported importList(
      @PathParam("tenantId") String tenantId,
      @PathParam("list") String list,
      @QueryParam("replace") @Nullable String instead,
      InputStream file) {
    TenantId tenant = known(tenantId);
    PeopleList named = PeopleList.find(list).orElseThrow(() -> Problem.notFound("The list"));
    ListFile read = ListFile.read(file, named, LocalDate.now(clock));
    settling.importList(tenant, named, read, "true".equals(instead), actor());
    return new Imported(read.entries().size(), read.over());
  }

  /** Nobody is protected before somebody puts them on the list. */
  @GET
  @Path("{tenantId}/lists/protected/suggestions")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<ProtectionHint> suggestions(@PathParam("tenantId") String tenantId) {
    return Listing.of(hints.of(known(tenantId)), new PageRequest(0, PageRequest.SIZE_MAX));
  }

  private TenantId known(String address) {
    return tenants.get(TenantId.ofAddress(address)).id();
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  /**
   * @param imported how many lines hold
   * @param over how many ended before today and were left out
   */
  public record Imported(int imported, int over) {}
}
