package ai.chronom.m365.license.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.license.PriceForm;
import ai.chronom.m365.license.PriceListFile;
import ai.chronom.m365.license.Prices;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.Segment;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
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
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The price book: read, enter, import. */
@Path("prices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PricesResource {
  @Inject Prices prices;
  @Inject ProductTable products;
  @Inject Clock clock;
  @Inject SecurityContext security;

  @GET
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<PriceLine> list(
      @QueryParam("segment") @Nullable String segment,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    PageRequest paging = PageRequest.of(page, size);
    Segment of = PriceForm.segment(segment);
    List<StatedPrice> stated =
        prices.all().stream().filter(price -> price.segment() == of).toList();
    return Listing.of(PriceLine.all(prices.book(of), stated, products.catalog(), today()), paging);
  }

  @PUT
  @Path("{skuId}")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  @Consumes(MediaType.APPLICATION_JSON)
  public PriceLine enter(@PathParam("skuId") String skuId, PriceRequest request) {
    StatedPrice price =
        new PriceForm(
                skuId,
                request.amount(),
                request.currency(),
                request.validFrom(),
                request.source(),
                request.segment())
            .entered(actor(), clock.instant());
    prices.state(price, actor());
    return PriceLine.line(
        price.skuId(),
        products.catalog(),
        prices.book(price.segment()).price(price.skuId(), today()));
  }

  /** Takes the entered price back: the imported or the list price holds again. */
  @DELETE
  @Path("{skuId}")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  public void forget(
      @PathParam("skuId") String skuId, @QueryParam("segment") @Nullable String segment) {
    prices.forget(PriceForm.sku(skuId), PriceForm.segment(segment), actor());
  }

  /** Replaces the imported list; nothing changes when one row is wrong. */
  @POST
  @Path("import")
  @RolesAllowed({Role.ADMIN, Role.OPERATOR})
  @Consumes("text/csv")
  public Imported importList(InputStream file) {
    List<StatedPrice> list = PriceListFile.read(file, actor(), clock.instant());
    prices.importList(list, actor());
    return new Imported(list.size());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  /** What an entered price says. */
  public record PriceRequest(
      @Nullable String amount,
      @Nullable String currency,
      @Nullable String validFrom,
      @Nullable String source,
      @Nullable String segment) {}

  /** How many prices the list held. */
  public record Imported(int imported) {}
}
