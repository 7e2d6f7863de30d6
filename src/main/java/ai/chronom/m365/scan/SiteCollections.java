package ai.chronom.m365.scan;

import ai.chronom.m365.permission.PermissionCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** SharePoint: which sites exist, and what they store. */
final class SiteCollections {
  private static final String NO_SITE = "00000000-0000-0000-0000-000000000000";

  private SiteCollections() {}

  static final ScanCollection SITES =
      new PagedCollection<>(
          new Declaration(
              CollectionName.SITES,
              PermissionCatalog.SITES_READ_ALL,
              "/v1.0/sites/getAllSites?$select=id,displayName,webUrl,createdDateTime,"
                  + "isPersonalSite",
              "Which sites exist; together with their sizes, whether bought storage is needed.",
              TenantTables.SITE.name()),
          new ObjectReader.Shape<>(
              Map.of(
                  "id", ObjectReader.text(400),
                  "displayName", ObjectReader.text(256),
                  "webUrl", ObjectReader.text(400),
                  "createdDateTime", JsonCursor::time,
                  "isPersonalSite", JsonCursor::flag),
              SiteCollections::site),
          TenantTables.SITE.rows());

  static final ScanCollection REPORT =
      new ReportCollection<>(
          new Declaration(
              CollectionName.REPORT_SITES,
              PermissionCatalog.REPORTS_READ_ALL,
              "/v1.0/reports/getSharePointSiteUsageDetail(period='D30')",
              "What each site stores, and which are forgotten.",
              TenantTables.SITE_USE.name()),
          new UsageReport.Format<>(
              "Site Id",
              "Owner Principal Name",
              List.of("Last Activity Date", "Storage Used (Byte)"),
              row ->
                  new SiteUse(
                      row.day("Last Activity Date"),
                      row.number("Storage Used (Byte)"),
                      row.number("Storage Allocated (Byte)"),
                      row.number("File Count"),
                      row.text("Root Web Template", 80))),
          ReportCollection.Audience.UNKNOWN,
          (connection, scanId, rows) ->
              TenantTables.SITE_USE.insert(
                  connection,
                  scanId,
                  rows.stream()
                      .filter(row -> !row.key().equals(NO_SITE) && row.key().length() <= 64)
                      .map(row -> new TenantTables.SiteUseRow(row.key(), row.value()))
                      .toList()));

  /** Graph's id is host, site collection and site; the report knows the site collection only. */
  private static Optional<Site> site(ObjectReader.Found found) {
    String[] id = found.text("id").orElse("").split(",");
    if (id.length != 3 || id[1].length() > 64) {
      return Optional.empty();
    }
    String address = found.text("webUrl").orElse(null);
    boolean personal =
        found.flag("isPersonalSite") || (address != null && address.contains("/personal/"));
    return Optional.of(
        new Site(
            id[1].toLowerCase(Locale.ROOT),
            address,
            found.text("displayName").orElse(null),
            personal,
            found.time("createdDateTime").orElse(null),
            null));
  }
}
