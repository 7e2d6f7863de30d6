package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.permission.GraphPermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A collection of small things, of which name, kind and state are kept. */
final class ItemsCollection implements ScanCollection {
  private static final String NAMESPACE = "#microsoft.graph.";

  private final Declaration about;
  private final ObjectReader.Shape<InventoryItem> shape;
  private final Function<GraphRefused, Optional<CollectionOutcome>> explanation;

  private ItemsCollection(
      Declaration about,
      ObjectReader.Shape<InventoryItem> shape,
      Function<GraphRefused, Optional<CollectionOutcome>> explanation) {
    this.about = about;
    this.shape = shape;
    this.explanation = explanation;
  }

  /** Where Graph keeps what we keep; a name that no object has keeps nothing. */
  record Names(String name, String type, String state, String changedAt) {
    static final Names USUAL = new Names("displayName", "@odata.type", "-", "lastModifiedDateTime");
  }

  static ItemsCollection of(
      CollectionName name, GraphPermission permission, String request, String feeds, Names names) {
    return new ItemsCollection(
        new Declaration(name, permission, request, feeds, TenantTables.ITEM.name()),
        shape(names),
        refused -> Optional.empty());
  }

  /** The same, with other words for a refusal. */
  ItemsCollection explainedBy(Function<GraphRefused, Optional<CollectionOutcome>> other) {
    return new ItemsCollection(about, shape, other);
  }

  static ObjectReader.Shape<InventoryItem> shape(Names names) {
    return new ObjectReader.Shape<>(
        Map.of(
            "id",
            ObjectReader.text(200),
            names.name(),
            ObjectReader.text(256),
            names.type(),
            ObjectReader.text(120),
            names.state(),
            ObjectReader.word(40),
            names.changedAt(),
            JsonCursor::time),
        found ->
            found
                .text("id")
                .map(
                    id ->
                        new InventoryItem(
                            id,
                            found.text(names.type()).map(ItemsCollection::bare).orElse(null),
                            found.text(names.name()).orElse(null),
                            found.text(names.state()).orElse(null),
                            found.time(names.changedAt()).orElse(null))));
  }

  private static String bare(String type) {
    return type.startsWith(NAMESPACE) ? type.substring(NAMESPACE.length()) : type;
  }

  static void store(
      Connection connection, long scanId, CollectionName name, List<InventoryItem> items)
      throws SQLException {
    TenantTables.ITEM.insert(
        connection,
        scanId,
        items.stream().map(item -> new TenantTables.ItemRow(name, item)).toList());
  }

  @Override
  public Declaration about() {
    return about;
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    long scanId = reading.scan().id();
    reading.pages(
        new Paged<>(
            about.request(),
            shape,
            (connection, items) -> store(connection, scanId, about.name(), items)));
    return CollectionOutcome.complete();
  }

  @Override
  public long stored(Connection connection, long scanId) throws SQLException {
    return count(connection, scanId, about.name());
  }

  static long count(Connection connection, long scanId, CollectionName name) throws SQLException {
    return Sql.list(
            connection,
            "select count(*) from snapshot_item where scan_id = ? and collection = ?",
            values -> values.number(scanId).text(name.name()),
            row -> row.getLong(1))
        .get(0);
  }

  @Override
  public Optional<CollectionOutcome> explain(GraphRefused refused) {
    return explanation.apply(refused);
  }
}
