package ai.chronom.m365.scan;

import java.util.List;

/** The tables that hold what a tenant has beside users and licenses. */
final class TenantTables {
  /** An item and the collection that it belongs to. */
  record ItemRow(CollectionName collection, InventoryItem item) {}

  /** A site's use, by the id of its site collection. */
  record SiteUseRow(String siteId, SiteUse use) {}

  /** The score without its parts. */
  record ScoreRow(String id, SecureScore score) {}

  /** A service in use, or a control: then it has a category or a score. */
  record ScorePart(String kind, SecureScore.Control control) {
    static final String SERVICE = "service";
    static final String CONTROL = "control";
  }

  static final SnapshotTable<ItemRow> ITEM =
      new SnapshotTable<>(
          "snapshot_item",
          "item_id",
          List.of("collection", "item_id", "type", "name", "state", "changed_at"),
          (values, row) ->
              values
                  .text(row.collection().name())
                  .text(row.item().id())
                  .text(row.item().type())
                  .text(row.item().name())
                  .text(row.item().state())
                  .time(row.item().changedAt()),
          row ->
              new ItemRow(
                  CollectionName.valueOf(row.getString("collection")),
                  new InventoryItem(
                      row.getString("item_id"),
                      row.getString("type"),
                      row.getString("name"),
                      row.getString("state"),
                      Sql.time(row, "changed_at"))));

  static final SnapshotTable<DeletedUser> DELETED_USER =
      SnapshotTable.of(
          "snapshot_deleted_user",
          "user_id deleted_at seats",
          (values, user) -> values.text(user.id()).time(user.deletedAt()).number(user.seats()),
          row ->
              new DeletedUser(
                  row.getString("user_id"), Sql.time(row, "deleted_at"), row.getInt("seats")));

  static final SnapshotTable<Custodian> CUSTODIAN =
      new SnapshotTable<>(
          "snapshot_custodian",
          "custodian_id",
          List.of("case_id", "custodian_id", "mail_key", "status", "hold_status"),
          (values, custodian) ->
              values
                  .text(custodian.caseId())
                  .text(custodian.id())
                  .text(custodian.mailKey())
                  .text(custodian.status())
                  .text(custodian.holdStatus()),
          row ->
              new Custodian(
                  row.getString("case_id"),
                  row.getString("custodian_id"),
                  row.getString("mail_key"),
                  row.getString("status"),
                  row.getString("hold_status")));

  static final SnapshotTable<Site> SITE =
      SnapshotTable.of(
          "snapshot_site",
          "site_id address name personal created_at",
          (values, site) ->
              values
                  .text(site.id())
                  .text(site.address())
                  .text(site.name())
                  .flag(site.personal())
                  .time(site.createdAt()),
          row ->
              new Site(
                  row.getString("site_id"),
                  row.getString("address"),
                  row.getString("name"),
                  row.getBoolean("personal"),
                  Sql.time(row, "created_at"),
                  null));

  static final SnapshotTable<SiteUseRow> SITE_USE =
      SnapshotTable.of(
          "snapshot_site_use",
          "site_id last_active used_bytes allocated_bytes files template",
          (values, row) ->
              values
                  .text(row.siteId())
                  .day(row.use().lastActive())
                  .number(row.use().usedBytes())
                  .number(row.use().allocatedBytes())
                  .number(row.use().files())
                  .text(row.use().template()),
          row ->
              new SiteUseRow(
                  row.getString("site_id"),
                  new SiteUse(
                      Sql.day(row, "last_active"),
                      Sql.number(row, "used_bytes"),
                      Sql.number(row, "allocated_bytes"),
                      Sql.number(row, "files"),
                      row.getString("template"))));

  static final SnapshotTable<ScoreRow> SECURE_SCORE =
      SnapshotTable.of(
          "snapshot_secure_score",
          "score_id created_at current_score max_score active_users licensed_users",
          (values, row) ->
              values
                  .text(row.id())
                  .time(row.score().createdAt())
                  .decimal(row.score().current())
                  .decimal(row.score().max())
                  .number(row.score().activeUsers())
                  .number(row.score().licensedUsers()),
          row ->
              new ScoreRow(
                  row.getString("score_id"),
                  new SecureScore(
                      Sql.time(row, "created_at"),
                      Sql.decimal(row, "current_score"),
                      Sql.decimal(row, "max_score"),
                      row.getLong("active_users"),
                      row.getLong("licensed_users"),
                      List.of(),
                      List.of())));

  static final SnapshotTable<ScorePart> SCORE_PART =
      new SnapshotTable<>(
          "snapshot_score_part",
          "name",
          List.of("kind", "name", "category", "score"),
          (values, part) ->
              values
                  .text(part.kind())
                  .text(part.control().name())
                  .text(part.control().category())
                  .decimal(part.control().score()),
          row ->
              new ScorePart(
                  row.getString("kind"),
                  new SecureScore.Control(
                      row.getString("name"),
                      row.getString("category"),
                      Sql.decimal(row, "score"))));

  static final SnapshotTable<PremiumInsight> PREMIUM_INSIGHT =
      SnapshotTable.of(
          "snapshot_premium_insight",
          "entitled_p1 entitled_p2 used_p1 used_p2",
          (values, row) ->
              values
                  .number(row.entitledP1())
                  .number(row.entitledP2())
                  .number(row.usedP1())
                  .number(row.usedP2()),
          row ->
              new PremiumInsight(
                  Sql.number(row, "entitled_p1"),
                  Sql.number(row, "entitled_p2"),
                  Sql.number(row, "used_p1"),
                  Sql.number(row, "used_p2")));

  /** All of them. */
  static final List<SnapshotTable<?>> ALL =
      List.of(
          ITEM, DELETED_USER, CUSTODIAN, SITE, SITE_USE, SECURE_SCORE, SCORE_PART, PREMIUM_INSIGHT);

  private TenantTables() {}
}
