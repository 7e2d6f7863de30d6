package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Product;
import ai.chronom.m365.sandbox.contoso.Products;
import ai.chronom.m365.sandbox.contoso.ServicePlan;
import ai.chronom.m365.sandbox.contoso.Subscription;
import ai.chronom.m365.sandbox.registration.Registration;
import ai.chronom.m365.sandbox.registration.Switch;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Products and purchases: subscribedSkus and directory/subscriptions. */
final class LicenseSources {
  private static final String SUSPENDED = "Suspended";

  private final Registration registration;
  private final Contoso contoso;
  private final Answers answers;

  LicenseSources(Registration registration, Contoso contoso, Answers answers) {
    this.registration = registration;
    this.contoso = contoso;
    this.answers = answers;
  }

  void addTo(Sources sources) {
    sources.add("/subscribedSkus", this::products);
    sources.add("/subscribedSkus/{}", request -> one(request, "subscribedSkus", productRows()));
    sources.add(
        "/directory/subscriptions",
        request -> answers.list(request, "directory/subscriptions", Paging.ALL, purchaseRows()));
    sources.add(
        "/directory/subscriptions/{}",
        request -> one(request, "directory/subscriptions", purchaseRows()));
  }

  /** Takes $select and no other option. */
  private Reply products(Request request) {
    for (String option : request.query().options().keySet()) {
      if (option.startsWith("$") && !option.equals("$select")) {
        throw GraphRefusal.unsupportedQuery(
            "The query option '" + option + "' is not supported by subscribedSkus.");
      }
    }
    List<Map<String, Object>> rows = registration.is(Switch.LICENSES) ? productRows() : List.of();
    return answers.list(request, "subscribedSkus", Paging.ALL, rows);
  }

  private Reply one(Request request, String context, List<Map<String, Object>> rows) {
    return rows.stream()
        .filter(row -> row.get("id").equals(request.id()))
        .findFirst()
        .map(row -> answers.one(request, context, row))
        .orElseThrow(() -> GraphRefusal.noSuchObject(request.id()));
  }

  private List<Map<String, Object>> productRows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Product product : Products.all()) {
      if (!contoso.purchases().of(product).isEmpty()) {
        rows.add(productRow(product));
      }
    }
    return rows;
  }

  private Map<String, Object> productRow(Product product) {
    String account = registration.identity().tenantId();
    return Props.of("accountName", contoso.displayName())
        .and("accountId", account)
        .and("appliesTo", product.appliesTo())
        .and("capabilityStatus", capability(product))
        .and("consumedUnits", contoso.consumed(product))
        .and("id", account + "_" + product.skuId())
        .and("skuId", product.skuId())
        .and("skuPartNumber", product.partNumber())
        .and(
            "subscriptionIds",
            contoso.purchases().of(product).stream().map(Subscription::commerceId).toList())
        .and("prepaidUnits", units(product))
        .and("servicePlans", product.plans().stream().map(LicenseSources::plan).toList());
  }

  private String capability(Product product) {
    for (String status : List.of("Enabled", "Warning", SUSPENDED)) {
      if (contoso.purchases().units(product, status) > 0) {
        return status;
      }
    }
    return "Deleted";
  }

  private Map<String, Object> units(Product product) {
    return Props.of("enabled", contoso.purchases().units(product, "Enabled"))
        .and("suspended", contoso.purchases().units(product, SUSPENDED))
        .and("warning", contoso.purchases().units(product, "Warning"))
        .and("lockedOut", contoso.purchases().units(product, "LockedOut"));
  }

  private static Map<String, Object> plan(ServicePlan plan) {
    return Props.of("servicePlanId", plan.id())
        .and("servicePlanName", plan.name())
        .and("provisioningStatus", plan.provisioningStatus())
        .and("appliesTo", plan.appliesTo());
  }

  private List<Map<String, Object>> purchaseRows() {
    return contoso.purchases().subscriptions().stream().map(this::purchase).toList();
  }

  private Map<String, Object> purchase(Subscription subscription) {
    return Props.of("id", subscription.id())
        .and("createdDateTime", subscription.createdAt().toString())
        .and("commerceSubscriptionId", subscription.commerceId())
        .and("isTrial", subscription.trial())
        .and("nextLifecycleDateTime", subscription.nextChange().map(Object::toString).orElse(null))
        .and("skuId", subscription.product().skuId())
        .and("skuPartNumber", subscription.product().partNumber())
        .and("status", subscription.status())
        .and("totalLicenses", subscription.units())
        .and("ownerId", subscription.ownerId())
        .and("ownerTenantId", subscription.partnerTenantId().orElse(null))
        .and("ownerType", "User")
        .and(
            "serviceStatus",
            subscription.product().plans().stream().map(LicenseSources::plan).toList())
        .map();
  }
}
