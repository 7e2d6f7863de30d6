package ai.chronom.m365.findings.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.findings.ListEntry;
import ai.chronom.m365.findings.ListForm;
import ai.chronom.m365.findings.PeopleList;
import ai.chronom.m365.findings.SettingsBook;
import ai.chronom.m365.findings.Settling;
import ai.chronom.m365.findings.SkuSetting;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.ThresholdLine;
import ai.chronom.m365.license.PriceForm;
import ai.chronom.m365.license.Segment;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thresholds, lists of people and settings of products: what the rules follow in a tenant. */
@Path("tenants")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SettingsResource {
  @Inject Tenants tenants;
  @Inject SettingsBook settings;
  @Inject Settling settling;
  @Inject SecurityContext security;

  @GET
  @Path("{tenantId}/thresholds")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<ThresholdLine> thresholds(@PathParam("tenantId") String tenantId) {
    return whole(settings.thresholds(known(tenantId)));
  }

  /** The savings follow at once in a small tenant, within minutes in a large one. */
  @PUT
  @Path("{tenantId}/thresholds/{name}")
  @RolesAllowed(Role.ADMIN)
  public Listing<ThresholdLine> move(
      @PathParam("tenantId") String tenantId,
      @PathParam("name") String name,
      ThresholdRequest request) {
    TenantId tenant = known(tenantId);
    Threshold threshold =
        Threshold.find(name).orElseThrow(() -> Problem.notFound("A threshold of that name"));
    if (request.value() == null) {
      throw Problem.invalid("value", "A whole number expected, none given.");
    }
    return whole(settling.move(tenant, Map.of(threshold, request.value()), actor()));
  }

  /** Every threshold back to where it stands by itself. */
  @DELETE
  @Path("{tenantId}/thresholds")
  @RolesAllowed(Role.ADMIN)
  public Listing<ThresholdLine> reset(@PathParam("tenantId") String tenantId) {
    return whole(settling.reset(known(tenantId), actor()));
  }

  /** As what the tenant buys. */
  @GET
  @Path("{tenantId}/segment")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public SegmentAnswer segment(@PathParam("tenantId") String tenantId) {
    return new SegmentAnswer(settings.of(known(tenantId)).segment());
  }

  @PUT
  @Path("{tenantId}/segment")
  @RolesAllowed(Role.ADMIN)
  public SegmentAnswer buyAs(@PathParam("tenantId") String tenantId, SegmentRequest request) {
    TenantId tenant = known(tenantId);
    if (request.segment() == null) {
      throw Problem.invalid("segment", "commercial, education, nonprofit or government expected.");
    }
    Segment segment = PriceForm.segment(request.segment());
    settling.buyAs(tenant, segment, actor());
    return new SegmentAnswer(segment);
  }

  @GET
  @Path("{tenantId}/lists")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<ListEntry> entries(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    return Listing.of(settings.entries(known(tenantId)), PageRequest.of(page, size));
  }

  /** Adds people to a list; who is on it already gets the new note and day. */
  @POST
  @Path("{tenantId}/lists")
  @RolesAllowed(Role.ADMIN)
  public Listing<ListEntry> add(@PathParam("tenantId") String tenantId, ListForm form) {
    List<ListEntry> entries =
        settling.add(known(tenantId), form, actor()).stream()
            .filter(entry -> entry.list().word().equals(form.list()))
            .toList();
    return Listing.of(entries, new PageRequest(0, PageRequest.SIZE_MAX));
  }

  @DELETE
  @Path("{tenantId}/lists/{list}/{id}")
  @RolesAllowed(Role.ADMIN)
  public void remove(
      @PathParam("tenantId") String tenantId,
      @PathParam("list") String list,
      @PathParam("id") String id) {
    TenantId tenant = known(tenantId);
    PeopleList named = PeopleList.find(list).orElseThrow(() -> Problem.notFound("The list"));
    settling.remove(tenant, named, number(id), actor());
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw Problem.notFound("The entry");
    }
  }

  @GET
  @Path("{tenantId}/product-settings")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<SkuSetting> products(
      @PathParam("tenantId") String tenantId,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    return Listing.of(settings.skus(known(tenantId)), PageRequest.of(page, size));
  }

  /** Replaces what is decided about a product; what is absent is as for all products. */
  @PUT
  @Path("{tenantId}/product-settings/{skuId}")
  @RolesAllowed(Role.ADMIN)
  public SkuSetting decide(
      @PathParam("tenantId") String tenantId,
      @PathParam("skuId") String skuId,
      ProductRequest request) {
    SkuSetting setting =
        new SkuSetting(
            PriceForm.sku(skuId),
            Boolean.TRUE.equals(request.excluded()),
            request.buffer(),
            request.minimum());
    return settling.decide(known(tenantId), setting, actor());
  }

  private static <T> Listing<T> whole(List<T> all) {
    return Listing.of(all, new PageRequest(0, PageRequest.SIZE_MAX));
  }

  private TenantId known(String address) {
    return tenants.get(TenantId.ofAddress(address)).id();
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  /** As what a tenant shall be taken to buy. */
  public record SegmentRequest(@Nullable String segment) {}

  /** As what a tenant buys. */
  public record SegmentAnswer(Segment segment) {}

  /** Where a threshold shall stand. */
  public record ThresholdRequest(@Nullable Integer value) {}

  /** What shall hold for a product. */
  public record ProductRequest(
      @Nullable Boolean excluded, @Nullable Integer buffer, @Nullable Integer minimum) {}
}
