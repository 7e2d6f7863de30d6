package ai.chronom.m365.findings;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The activity lists that a tenant's admin imported, on one connection. */
final class UseRows {
  private final Connection connection;
  private final TenantId tenantId;

  UseRows(Connection connection, TenantId tenantId) {
    this.connection = connection;
    this.tenantId = tenantId;
  }

  List<UseListLine> lines() throws SQLException {
    return Sql.list(
        connection,
        "select * from use_list where tenant_id = ? order by product",
        this::tenant,
        row ->
            new UseListLine(
                UsedProduct.valueOf(row.getString("product")),
                row.getObject("as_of", LocalDate.class),
                row.getInt("days"),
                row.getInt("people"),
                row.getString("imported_by"),
                Sql.requiredTime(row, "imported_at")));
  }

  Map<UsedProduct, UseList> lists() throws SQLException {
    Map<UsedProduct, UseList> lists = new EnumMap<>(UsedProduct.class);
    for (UseListLine line : lines()) {
      lists.put(line.product(), new UseList(line.asOf(), line.days(), people(line.product())));
    }
    return lists;
  }

  private Map<String, ProductUse> people(UsedProduct product) throws SQLException {
    Map<String, ProductUse> people = new HashMap<>();
    Sql.each(
        connection,
        "select * from use_list_person where tenant_id = ? and product = ?",
        values -> values.text(tenantId.toString()).text(product.name()),
        row ->
            Map.entry(
                row.getString("name"),
                new ProductUse(
                    row.getObject("last_active", LocalDate.class),
                    row.getBoolean("desktop"),
                    row.getBoolean("web"))),
        entry -> people.put(entry.getKey(), entry.getValue()));
    return people;
  }

  /** In the place of the one before. */
  void replace(UsedProduct product, UseList list, Actor actor, Instant at) throws SQLException {
    remove(product);
    Sql.update(
        connection,
        "insert into use_list (tenant_id, product, as_of, days, people, imported_by, imported_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        values ->
            values
                .text(tenantId.toString())
                .text(product.name())
                .day(list.asOf())
                .number(list.days())
                .number(list.people().size())
                .text(actor.name())
                .time(at));
    try (Sql.Batch insert =
        new Sql.Batch(
            connection,
            "insert into use_list_person (tenant_id, product, name, last_active, desktop, web)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (Map.Entry<String, ProductUse> one : list.people().entrySet()) {
        insert.add(
            values ->
                values
                    .text(tenantId.toString())
                    .text(product.name())
                    .text(one.getKey())
                    .day(one.getValue().lastActive())
                    .flag(one.getValue().desktop())
                    .flag(one.getValue().web()));
      }
      insert.send();
    }
  }

  /** Whether there was one. */
  boolean remove(UsedProduct product) throws SQLException {
    Sql.update(
        connection,
        "delete from use_list_person where tenant_id = ? and product = ?",
        values -> values.text(tenantId.toString()).text(product.name()));
    return Sql.update(
            connection,
            "delete from use_list where tenant_id = ? and product = ?",
            values -> values.text(tenantId.toString()).text(product.name()))
        > 0;
  }

  private void tenant(Sql.Values values) throws SQLException {
    values.text(tenantId.toString());
  }
}
