package ai.chronom.m365.scan;

import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.permission.PermissionCatalog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups that assign licenses to their members. */
final class GroupsCollection implements ScanCollection {
  private static final String PATH =
      "/v1.0/groups?$filter=assignedLicenses/any()&$select=id,displayName,assignedLicenses,"
          + "membershipRule,hasMembersWithLicenseErrors&$top=999";

  @Override
  public Declaration about() {
    return new Declaration(
        CollectionName.GROUPS,
        PermissionCatalog.DIRECTORY_READ_ALL,
        PATH,
        "Which licenses come through a group, where removing them from the user is useless.",
        "snapshot_group");
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    reading.pages(
        new Paged<>(
            PATH,
            Reader::new,
            (connection, groups) ->
                new SnapshotWriter(connection, reading.scan().id()).groups(groups)));
    return CollectionOutcome.complete();
  }

  private static final class Draft {
    @Nullable String id;
    @Nullable String displayName;
    @Nullable String membershipRule;
    @Nullable Boolean memberErrors;
    @Nullable String skuId;
    final Set<SkuId> skus = new LinkedHashSet<>();
  }

  private static final class Reader implements GraphPages.ItemReader<LicensedGroup> {
    private final JsonCursor json;
    private Draft draft = new Draft();

    Reader(JsonCursor json) {
      this.json = json;
    }

    @Override
    public void field(String name) {
      switch (name) {
        case "id" -> draft.id = json.guid();
        case "displayName" -> draft.displayName = json.text(256);
        case "membershipRule" -> draft.membershipRule = json.text(3072);
        case "hasMembersWithLicenseErrors" -> draft.memberErrors = json.flag();
        case "assignedLicenses" -> json.objects(this::license, this::licenseField);
        default -> json.skip();
      }
    }

    private void licenseField(String name) {
      if (name.equals("skuId")) {
        draft.skuId = json.guid();
      } else {
        json.skip();
      }
    }

    private void license() {
      if (draft.skuId == null) {
        json.warn();
      } else {
        draft.skus.add(SkuId.of(draft.skuId));
      }
      draft.skuId = null;
    }

    @Override
    public Optional<LicensedGroup> item() {
      Draft read = draft;
      draft = new Draft();
      return Optional.ofNullable(read.id)
          .map(
              id ->
                  new LicensedGroup(
                      id,
                      read.displayName,
                      read.membershipRule,
                      Boolean.TRUE.equals(read.memberErrors),
                      List.copyOf(read.skus)));
    }
  }
}
