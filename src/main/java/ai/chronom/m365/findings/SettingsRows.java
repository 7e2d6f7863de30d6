package ai.chronom.m365.findings;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.license.Segment;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the admin decided about the rules of one tenant, on one connection. */
final class SettingsRows {
  private final Connection connection;
  private final TenantId tenantId;

  SettingsRows(Connection connection, TenantId tenantId) {
    this.connection = connection;
    this.tenantId = tenantId;
  }

  /** Every threshold, in their order. */
  List<ThresholdLine> thresholds() throws SQLException {
    Map<Threshold, ThresholdLine> lines = new EnumMap<>(Threshold.class);
    Arrays.stream(Threshold.values()).forEach(one -> lines.put(one, ThresholdLine.standard(one)));
    Sql.each(
        connection,
        "select name, setting, changed_by, changed_at from threshold_setting where tenant_id = ?",
        this::tenant,
        SettingsRows::threshold,
        found -> found.ifPresent(line -> lines.put(line.name(), line)));
    return List.copyOf(lines.values());
  }

  /** Empty for one of another version of the product. */
  private static Optional<ThresholdLine> threshold(ResultSet row) throws SQLException {
    Optional<Threshold> name = Threshold.find(row.getString("name"));
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ThresholdLine.of(
                name.get(),
                row.getInt("setting"),
                row.getString("changed_by"),
                Sql.requiredTime(row, "changed_at")));
  }

  void write(Threshold threshold, int value, Actor actor, Instant at) throws SQLException {
    Sql.update(
        connection,
        "delete from threshold_setting where tenant_id = ? and name = ?",
        values -> values.text(tenantId.toString()).text(threshold.word()));
    if (value != threshold.standard()) {
      Sql.update(
          connection,
          "insert into threshold_setting (tenant_id, name, setting, changed_by, changed_at)"
              + " values (?, ?, ?, ?, ?)",
          values ->
              values
                  .text(tenantId.toString())
                  .text(threshold.word())
                  .number(value)
                  .text(actor.name())
                  .time(at));
    }
  }

  /** All lists, each by kind and name. */
  List<ListEntry> entries() throws SQLException {
    return Sql.list(
        connection,
        "select * from list_entry where tenant_id = ? order by list_name, kind, member",
        this::tenant,
        SettingsRows::entry);
  }

  private static ListEntry entry(ResultSet row) throws SQLException {
    return new ListEntry(
        row.getLong("id"),
        PeopleList.valueOf(row.getString("list_name")),
        MemberKind.valueOf(row.getString("kind")),
        row.getString("member"),
        row.getString("note"),
        row.getObject("until", LocalDate.class),
        row.getString("added_by"),
        Sql.requiredTime(row, "added_at"));
  }

  /** Who is on it already gets the new note and day. */
  void add(List<ListForm.Entered> all, Actor actor, Instant at) throws SQLException {
    try (Sql.Batch delete =
            new Sql.Batch(
                connection,
                "delete from list_entry where tenant_id = ? and list_name = ? and kind = ?"
                    + " and member = ?");
        Sql.Batch insert =
            new Sql.Batch(
                connection,
                "insert into list_entry (id, tenant_id, list_name, kind, member, note, until,"
                    + " added_by, added_at)"
                    + " values (nextval('list_entry_seq'), ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (ListForm.Entered entered : all) {
        for (String member : entered.members()) {
          delete.add(values -> key(values, entered, member));
        }
      }
      delete.send();
      for (ListForm.Entered entered : all) {
        for (String member : entered.members()) {
          insert.add(
              values ->
                  key(values, entered, member)
                      .text(entered.note())
                      .day(entered.until())
                      .text(actor.name())
                      .time(at));
        }
      }
      insert.send();
    }
  }

  void clear(PeopleList list) throws SQLException {
    Sql.update(
        connection,
        "delete from list_entry where tenant_id = ? and list_name = ?",
        values -> values.text(tenantId.toString()).text(list.name()));
  }

  private Sql.Values key(Sql.Values values, ListForm.Entered entered, String member)
      throws SQLException {
    return values
        .text(tenantId.toString())
        .text(entered.list().name())
        .text(entered.kind().name())
        .text(member);
  }

  /** Whether there was one. */
  boolean remove(PeopleList list, long id) throws SQLException {
    return Sql.update(
            connection,
            "delete from list_entry where tenant_id = ? and list_name = ? and id = ?",
            values -> values.text(tenantId.toString()).text(list.name()).number(id))
        > 0;
  }

  /** Products about which something is decided. */
  List<SkuSetting> skus() throws SQLException {
    return Sql.list(
        connection,
        "select * from sku_setting where tenant_id = ? order by sku_id",
        this::tenant,
        row ->
            new SkuSetting(
                SkuId.of(row.getString("sku_id")),
                row.getBoolean("excluded"),
                row.getObject("buffer", Integer.class),
                row.getObject("minimum", Integer.class)));
  }

  void write(SkuSetting setting, Actor actor, Instant at) throws SQLException {
    Sql.update(
        connection,
        "delete from sku_setting where tenant_id = ? and sku_id = ?",
        values -> values.text(tenantId.toString()).text(setting.skuId().toString()));
    if (!setting.standard()) {
      Sql.update(
          connection,
          "insert into sku_setting (tenant_id, sku_id, excluded, buffer, minimum, changed_by,"
              + " changed_at) values (?, ?, ?, ?, ?, ?, ?)",
          values ->
              values
                  .text(tenantId.toString())
                  .text(setting.skuId().toString())
                  .flag(setting.excluded())
                  .count(setting.buffer())
                  .count(setting.minimum())
                  .text(actor.name())
                  .time(at));
    }
  }

  /** As what the tenant buys; commercial until somebody says otherwise. */
  Segment segment() throws SQLException {
    return Sql.list(
            connection,
            "select segment from tenant_segment where tenant_id = ?",
            this::tenant,
            row -> Segment.valueOf(row.getString(1)))
        .stream()
        .findFirst()
        .orElse(Segment.COMMERCIAL);
  }

  void write(Segment segment, Actor actor, Instant at) throws SQLException {
    Sql.update(connection, "delete from tenant_segment where tenant_id = ?", this::tenant);
    Sql.update(
        connection,
        "insert into tenant_segment (tenant_id, segment, changed_by, changed_at)"
            + " values (?, ?, ?, ?)",
        values ->
            values.text(tenantId.toString()).text(segment.name()).text(actor.name()).time(at));
  }

  private void tenant(Sql.Values values) throws SQLException {
    values.text(tenantId.toString());
  }
}
