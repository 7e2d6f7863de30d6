package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.permission.PermissionCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tenant bought, SKU by SKU; Graph gives it in one page. */
final class SubscribedSkusCollection implements ScanCollection {
  private static final String PATH =
      "/v1.0/subscribedSkus?$select=skuId,skuPartNumber,appliesTo,capabilityStatus,consumedUnits,"
          + "prepaidUnits,servicePlans";

  @Override
  public Declaration about() {
    return new Declaration(
        CollectionName.SUBSCRIBED_SKUS,
        PermissionCatalog.DIRECTORY_READ_ALL,
        PATH,
        "Bought and used seats of each license: what every saving is counted in.",
        "snapshot_sku");
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    reading.pages(
        new Paged<>(
            PATH,
            Reader::new,
            (connection, skus) -> new SnapshotWriter(connection, reading.scan().id()).skus(skus)));
    return CollectionOutcome.complete();
  }

  private static final class Draft {
    @Nullable String skuId;
    @Nullable String partNumber;
    @Nullable String appliesTo;
    @Nullable String capabilityStatus;
    int consumed;
    int enabled;
    int warning;
    int suspended;
    int lockedOut;
    final List<SubscribedSku.Plan> plans = new ArrayList<>();
    PlanDraft plan = new PlanDraft();
  }

  private static final class PlanDraft {
    @Nullable String id;
    @Nullable String name;
    @Nullable String appliesTo;
    @Nullable String provisioningStatus;
  }

  private static final class Reader implements GraphPages.ItemReader<SubscribedSku> {
    private final JsonCursor json;
    private Draft draft = new Draft();

    Reader(JsonCursor json) {
      this.json = json;
    }

    @Override
    public void field(String name) {
      switch (name) {
        case "skuId" -> draft.skuId = json.guid();
        case "skuPartNumber" -> draft.partNumber = json.text(256);
        case "appliesTo" -> draft.appliesTo = json.text(40);
        case "capabilityStatus" -> draft.capabilityStatus = json.text(40);
        case "consumedUnits" -> draft.consumed = json.count();
        case "prepaidUnits" -> json.object(this::units);
        case "servicePlans" -> json.objects(this::plan, this::planField);
        default -> json.skip();
      }
    }

    private void units(String name) {
      switch (name) {
        case "enabled" -> draft.enabled = json.count();
        case "warning" -> draft.warning = json.count();
        case "suspended" -> draft.suspended = json.count();
        case "lockedOut" -> draft.lockedOut = json.count();
        default -> json.skip();
      }
    }

    private void planField(String name) {
      switch (name) {
        case "servicePlanId" -> draft.plan.id = json.guid();
        case "servicePlanName" -> draft.plan.name = json.text(256);
        case "appliesTo" -> draft.plan.appliesTo = json.text(40);
        case "provisioningStatus" -> draft.plan.provisioningStatus = json.text(40);
        default -> json.skip();
      }
    }

    private void plan() {
      PlanDraft plan = draft.plan;
      draft.plan = new PlanDraft();
      if (plan.id == null) {
        json.warn();
        return;
      }
      draft.plans.add(
          new SubscribedSku.Plan(
              PlanId.of(plan.id),
              orEmpty(plan.name),
              orEmpty(plan.appliesTo),
              orEmpty(plan.provisioningStatus)));
    }

    @Override
    public Optional<SubscribedSku> item() {
      Draft read = draft;
      draft = new Draft();
      if (read.skuId == null) {
        return Optional.empty();
      }
      return Optional.of(
          new SubscribedSku(
              SkuId.of(read.skuId),
              orEmpty(read.partNumber),
              orEmpty(read.appliesTo),
              orEmpty(read.capabilityStatus),
              read.enabled,
              read.warning,
              read.suspended,
              read.lockedOut,
              read.consumed,
              read.plans));
    }

    private String orEmpty(@Nullable String text) {
      if (text == null) {
        json.warn();
        return "";
      }
      return text;
    }
  }
}
