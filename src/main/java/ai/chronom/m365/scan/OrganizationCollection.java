package ai.chronom.m365.scan;

import ai.chronom.m365.permission.PermissionCatalog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customer itself; also proves that it is the expected tenant that answers. */
final class OrganizationCollection implements ScanCollection {
  private static final String PATH =
      "/v1.0/organization?$select=id,displayName,countryLetterCode,createdDateTime";

  @Override
  public Declaration about() {
    return new Declaration(
        CollectionName.ORGANIZATION,
        PermissionCatalog.DIRECTORY_READ_ALL,
        PATH,
        "The organization's name and country, and the proof that the right tenant answers.",
        "snapshot_organization");
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    String tenantId = reading.scan().tenantId().toString();
    reading.pages(
        new Paged<>(
            PATH,
            Reader::new,
            (connection, organizations) -> {
              requireSameTenant(organizations, tenantId);
              new SnapshotWriter(connection, reading.scan().id()).organization(organizations);
            }));
    return CollectionOutcome.complete();
  }

  private static void requireSameTenant(List<Organization> organizations, String tenantId) {
    for (Organization organization : organizations) {
      if (!organization.id().equals(tenantId)) {
        throw new Unreadable("Microsoft Graph answers for another tenant than the one asked for.");
      }
    }
  }

  private static final class Reader implements GraphPages.ItemReader<Organization> {
    private final JsonCursor json;
    private @Nullable String id;
    private @Nullable String displayName;
    private @Nullable String country;
    private @Nullable Instant createdAt;

    Reader(JsonCursor json) {
      this.json = json;
    }

    @Override
    public void field(String name) {
      switch (name) {
        case "id" -> id = json.guid();
        case "displayName" -> displayName = json.text(256);
        case "countryLetterCode" -> country = json.text(2);
        case "createdDateTime" -> createdAt = json.time();
        default -> json.skip();
      }
    }

    @Override
    public Optional<Organization> item() {
      Optional<Organization> read =
          Optional.ofNullable(id)
              .map(known -> new Organization(known, displayName, country, createdAt));
      id = null;
      displayName = null;
      country = null;
      createdAt = null;
      return read;
    }
  }
}
