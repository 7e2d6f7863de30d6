package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.OptionalPermissions;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Whether the tenant conceals names in usage reports, by its own setting: read before the reports,
 * which are judged by it.
 */
final class NameConcealment implements ScanCollection {
  private static final String PATH = "/v1.0/admin/reportSettings";
  private static final String FLAG = "displayConcealedNames";
  private static final String ITEM_ID = "usage-reports";
  private static final String CONCEALED = "concealed";
  private static final String SHOWN = "shown";

  /** What the setting says. */
  enum Setting {
    CONCEALED,
    SHOWN,
    /** The permission for it is not granted. */
    UNKNOWN
  }

  @Override
  public Declaration about() {
    return new Declaration(
        CollectionName.NAME_CONCEALMENT,
        OptionalPermissions.REPORT_SETTINGS_READ_ALL,
        PATH,
        "Whether usage reports conceal names, by the tenant's own setting.",
        TenantTables.ITEM.name());
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    long scanId = reading.scan().id();
    GraphAnswer answer = reading.batch(List.of(PATH)).get(0);
    if (!answer.succeeded()) {
      throw refused(answer);
    }
    boolean concealed =
        flag(answer.body())
            .orElseThrow(() -> new Unreadable("The setting of usage reports says nothing."));
    reading.advance(
        reading.checkpoint().onward(null, 1, 1),
        connection -> {
          ItemsCollection.store(
              connection,
              scanId,
              CollectionName.NAME_CONCEALMENT,
              List.of(new InventoryItem(ITEM_ID, null, null, concealed ? CONCEALED : SHOWN, null)));
          return concealed;
        });
    return CollectionOutcome.complete();
  }

  /** Microsoft's own example wraps the object once more; both are understood. */
  private static Optional<Boolean> flag(JsonObject body) {
    JsonObject settings =
        body.get("value") instanceof JsonObject wrapped && !body.containsKey(FLAG) ? wrapped : body;
    JsonValue flag = settings.get(FLAG);
    boolean known = flag == JsonValue.TRUE || flag == JsonValue.FALSE;
    return known ? Optional.of(flag == JsonValue.TRUE) : Optional.empty();
  }

  private static GraphRefused refused(GraphAnswer answer) {
    RefusalKind kind = answer.refusal();
    return new GraphRefused(
        kind == null ? RefusalKind.OTHER : kind,
        answer.status(),
        answer.code(),
        "The setting of usage reports could not be read",
        null);
  }

  @Override
  public long stored(Connection connection, long scanId) throws SQLException {
    return ItemsCollection.count(connection, scanId, CollectionName.NAME_CONCEALMENT);
  }

  static Setting known(Connection connection, long scanId) throws SQLException {
    return TenantTables.ITEM.all(connection, scanId, CollectionName.NAME_CONCEALMENT).stream()
        .findFirst()
        .map(row -> CONCEALED.equals(row.item().state()) ? Setting.CONCEALED : Setting.SHOWN)
        .orElse(Setting.UNKNOWN);
  }
}
