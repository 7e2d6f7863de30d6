package ai.chronom.m365.license.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.ProductTableChange;
import ai.chronom.m365.license.ProductTableFile;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Names of products: our own, and those of Microsoft's table. */
@Path("products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProductsResource {
  @Inject ProductTable products;
  @Inject SecurityContext security;

  @GET
  @RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
  public Listing<NamedSku> list(
      @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
    PageRequest paging = PageRequest.of(page, size);
    SkuCatalog catalog = products.catalog();
    return Listing.of(
        catalog.ids().stream().sorted().map(sku -> NamedSku.of(sku, catalog)).toList(), paging);
  }

  /** Replaces the names imported before; nothing changes when one line is wrong. */
  @POST
  @Path("import")
  @RolesAllowed(Role.ADMIN)
  @Consumes("text/csv")
  public ProductTableChange importTable(InputStream file) {
    return products.importTable(ProductTableFile.read(file), actor());
  }

  /** Takes the imported names back. */
  @DELETE
  @Path("import")
  @RolesAllowed(Role.ADMIN)
  public void forget() {
    products.forget(actor());
  }

  private Actor actor() {
    return new Actor(security.getCallerPrincipal().getName());
  }

  /**
   * @param known whether our own catalog knows it, so that rules can tell what it is for
   */
  public record NamedSku(SkuId skuId, String partNumber, String name, boolean known) {
    static NamedSku of(SkuId sku, SkuCatalog catalog) {
      return new NamedSku(
          sku,
          catalog.partNumber(sku).orElse(""),
          catalog.name(sku).orElse(""),
          catalog.find(sku).isPresent());
    }
  }
}
