package ai.chronom.m365.scan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** The inventory of a stored snapshot, read a thousand rows at a time by their key (ADR 031). */
final class StoredInventory implements Inventory {
  private static final int BLOCK_ROWS = 1_000;

  private final DataSource source;
  private final long scanId;

  StoredInventory(DataSource source, long scanId) {
    this.source = source;
    this.scanId = scanId;
  }

  @Override
  public Optional<Organization> organization() {
    return Sql.call(
            source,
            connection ->
                Sql.list(
                    connection,
                    "select o.*, s.tenant_id from snapshot_organization o join scan s on s.id ="
                        + " o.scan_id where o.scan_id = ?",
                    values -> values.number(scanId),
                    row ->
                        new Organization(
                            row.getString("tenant_id"),
                            row.getString("display_name"),
                            row.getString("country"),
                            Sql.time(row, "created_at"))))
        .stream()
        .findFirst();
  }

  @Override
  public void forEachItem(CollectionName collection, Consumer<InventoryItem> visitor) {
    blocks(
        TenantTables.ITEM,
        "collection = '" + collection.name() + "'",
        "collection, ",
        row -> row.item().id(),
        rows -> rows.forEach(row -> visitor.accept(row.item())));
  }

  @Override
  public void forEachDeletedUser(Consumer<DeletedUser> visitor) {
    blocks(TenantTables.DELETED_USER, "1 = 1", "", DeletedUser::id, rows -> rows.forEach(visitor));
  }

  @Override
  public void forEachCustodian(Consumer<Custodian> visitor) {
    Sql.call(source, c -> TenantTables.CUSTODIAN.all(c, scanId)).forEach(visitor);
  }

  @Override
  public void forEachAccessPolicy(Consumer<AccessPolicy> visitor) {
    Map<String, Map<String, Set<String>>> subjects = new HashMap<>();
    Sql.call(source, c -> OptionalTables.ACCESS_SUBJECT.all(c, scanId))
        .forEach(
            one ->
                subjects
                    .computeIfAbsent(one.policyId(), policy -> new HashMap<>())
                    .computeIfAbsent(one.kind(), kind -> new HashSet<>())
                    .add(one.subject()));
    Sql.call(source, c -> OptionalTables.ACCESS_POLICY.all(c, scanId))
        .forEach(
            policy -> visitor.accept(policy.with(subjects.getOrDefault(policy.id(), Map.of()))));
  }

  @Override
  public void forEachSite(Consumer<Site> visitor) {
    blocks(
        TenantTables.SITE,
        "1 = 1",
        "",
        Site::id,
        sites -> {
          Map<String, SiteUse> uses = uses(sites);
          sites.forEach(site -> visitor.accept(site.withUse(uses.get(site.id()))));
        });
  }

  private Map<String, SiteUse> uses(List<Site> sites) {
    String first = sites.get(0).id();
    String last = sites.get(sites.size() - 1).id();
    Map<String, SiteUse> uses = new HashMap<>();
    Sql.call(source, c -> TenantTables.SITE_USE.between(c, scanId, first, last))
        .forEach(row -> uses.put(row.siteId(), row.use()));
    return uses;
  }

  @Override
  public Optional<PremiumInsight> premiumInsight() {
    return Sql.call(source, c -> TenantTables.PREMIUM_INSIGHT.all(c, scanId)).stream().findFirst();
  }

  @Override
  public Optional<SecureScore> secureScore() {
    return Sql.call(
        source,
        connection -> {
          List<TenantTables.ScoreRow> rows = TenantTables.SECURE_SCORE.all(connection, scanId);
          return rows.isEmpty()
              ? Optional.empty()
              : Optional.of(score(connection, rows.get(rows.size() - 1).score()));
        });
  }

  private SecureScore score(Connection connection, SecureScore bare) throws SQLException {
    List<TenantTables.ScorePart> parts = TenantTables.SCORE_PART.all(connection, scanId);
    return new SecureScore(
        bare.createdAt(),
        bare.current(),
        bare.max(),
        bare.activeUsers(),
        bare.licensedUsers(),
        parts.stream()
            .filter(part -> part.kind().equals(TenantTables.ScorePart.SERVICE))
            .map(part -> part.control().name())
            .toList(),
        parts.stream()
            .filter(part -> part.kind().equals(TenantTables.ScorePart.CONTROL))
            .map(TenantTables.ScorePart::control)
            .toList());
  }

  @Override
  public Map<String, Integer> joiners(Instant after, Instant until) {
    Map<String, Integer> joiners = new HashMap<>();
    Sql.call(
            source,
            connection ->
                Sql.list(
                    connection,
                    "select coalesce(department, '') as place, count(*) as people from snapshot_user"
                        + " where scan_id = ? and seats = 0 and account_enabled and hired_at > ? and"
                        + " hired_at <= ? and coalesce(user_type, 'Member') <> 'Guest'"
                        + " group by coalesce(department, '')",
                    values -> values.number(scanId).time(after).time(until),
                    row -> Map.entry(row.getString("place"), row.getInt("people"))))
        .forEach(place -> joiners.put(place.getKey(), place.getValue()));
    return joiners;
  }

  private <T> void blocks(
      SnapshotTable<T> table,
      String only,
      String keyBegins,
      Function<T, String> key,
      Consumer<List<T>> visitor) {
    String last = "";
    List<T> block;
    do {
      String after = last;
      block =
          Sql.call(
              source,
              connection ->
                  Sql.list(
                      connection,
                      ("select * from %s where scan_id = ? and %s and %s > ?"
                              + " order by scan_id, %s%s limit %d")
                          .formatted(
                              table.name(), only, table.key(), keyBegins, table.key(), BLOCK_ROWS),
                      values -> values.number(scanId).text(after),
                      table.reader()));
      if (!block.isEmpty()) {
        visitor.accept(block);
        last = key.apply(block.get(block.size() - 1));
      }
    } while (block.size() == BLOCK_ROWS);
  }
}
