package ai.chronom.m365.scan;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.permission.PermissionCatalog;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The purchases behind the SKUs with their renewal dates. Microsoft documents that
 * Directory.Read.All opens them, but leaves them out of its permission data: a refusal is a gap
 * like any other.
 */
final class SubscriptionsCollection implements ScanCollection {
  private static final String PATH = "/v1.0/directory/subscriptions";

  @Override
  public Declaration about() {
    return new Declaration(
        CollectionName.SUBSCRIPTIONS,
        PermissionCatalog.DIRECTORY_READ_ALL,
        PATH,
        "Trials and renewal dates: when a seat given up stops costing money.",
        "snapshot_subscription");
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    reading.pages(
        new Paged<>(
            PATH,
            Reader::new,
            (connection, subscriptions) ->
                new SnapshotWriter(connection, reading.scan().id()).subscriptions(subscriptions)));
    return CollectionOutcome.complete();
  }

  private static final class Draft {
    @Nullable String id;
    @Nullable String skuId;
    @Nullable String status;
    @Nullable Boolean trial;
    int totalLicenses;
    @Nullable Instant createdAt;
    @Nullable Instant nextLifecycle;
    @Nullable String ownerTenantId;
    @Nullable String ownerId;
  }

  private static final class Reader implements GraphPages.ItemReader<Subscription> {
    private final JsonCursor json;
    private Draft draft = new Draft();

    Reader(JsonCursor json) {
      this.json = json;
    }

    @Override
    public void field(String name) {
      switch (name) {
        case "id" -> draft.id = json.text(64);
        case "skuId" -> draft.skuId = json.guid();
        case "status" -> draft.status = json.text(40);
        case "isTrial" -> draft.trial = json.flag();
        case "totalLicenses" -> draft.totalLicenses = json.count();
        case "createdDateTime" -> draft.createdAt = json.time();
        case "nextLifecycleDateTime" -> draft.nextLifecycle = json.time();
        case "ownerTenantId" -> draft.ownerTenantId = json.guid();
        case "ownerId" -> draft.ownerId = json.guid();
        default -> json.skip();
      }
    }

    @Override
    public Optional<Subscription> item() {
      Draft read = draft;
      draft = new Draft();
      if (read.id == null || read.id.isBlank() || read.skuId == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Subscription(
              read.id,
              SkuId.of(read.skuId),
              read.status == null ? "" : read.status,
              Boolean.TRUE.equals(read.trial),
              read.totalLicenses,
              read.createdAt,
              read.nextLifecycle,
              read.ownerTenantId,
              read.ownerId));
    }
  }
}
