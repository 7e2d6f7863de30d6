package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.permission.PermissionCatalog;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something of each open eDiscovery case, one request after the other: Microsoft allows five a
 * minute.
 */
final class CasesCollection<T> implements ScanCollection {
  private static final String CASES = "/security/cases/ediscoveryCases/";

  /** Twenty minutes at Microsoft's pace. */
  private static final int CASES_MAX = 100;

  private final Declaration about;
  private final String part;
  private final Shapes<T> shapes;
  private final PagedCollection.Store<T> store;

  private CasesCollection(
      Declaration about, String part, Shapes<T> shapes, PagedCollection.Store<T> store) {
    this.about = about;
    this.part = part;
    this.shapes = shapes;
    this.store = store;
  }

  /** What the things of one case look like. */
  @FunctionalInterface
  private interface Shapes<T> {
    ObjectReader.Shape<T> of(String caseId);
  }

  static CasesCollection<Custodian> custodians() {
    return new CasesCollection<>(
        declared(
            CollectionName.CUSTODIANS,
            "/v1.0",
            "/custodians",
            "Whose data is kept for a case: such a license is never proposed for removal.",
            TenantTables.CUSTODIAN.name()),
        "/custodians",
        CasesCollection::custodian,
        TenantTables.CUSTODIAN::insert);
  }

  static CasesCollection<InventoryItem> legalHolds() {
    return new CasesCollection<>(
        declared(
            CollectionName.LEGAL_HOLDS,
            "/beta",
            "/legalHolds",
            "Whether cases keep data by holds.",
            TenantTables.ITEM.name()),
        "/legalHolds",
        caseId ->
            ItemsCollection.shape(
                new ItemsCollection.Names("displayName", "-", "status", "lastModifiedDateTime")),
        (connection, scanId, items) ->
            ItemsCollection.store(connection, scanId, CollectionName.LEGAL_HOLDS, items));
  }

  private static Declaration declared(
      CollectionName name, String version, String part, String feeds, String table) {
    return new Declaration(
        name, PermissionCatalog.EDISCOVERY_READ_ALL, version + CASES + "{id}" + part, feeds, table);
  }

  private static ObjectReader.Shape<Custodian> custodian(String caseId) {
    return new ObjectReader.Shape<>(
        Map.of(
            "id", ObjectReader.text(64),
            "email", ObjectReader.text(320),
            "status", ObjectReader.text(40),
            "holdStatus", ObjectReader.text(40)),
        found ->
            found
                .text("id")
                .map(
                    id ->
                        new Custodian(
                            caseId,
                            id,
                            found.text("email").map(UserWriter::key).orElse(""),
                            found.text("status").orElse(null),
                            found.text("holdStatus").orElse(null))));
  }

  @Override
  public Declaration about() {
    return about;
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    long scanId = reading.scan().id();
    CollectionState found = reading.write(connection -> casesState(connection, scanId));
    if (found != CollectionState.COMPLETE && found != CollectionState.PARTIAL) {
      return CollectionOutcome.gap(
          found.ended() ? found : CollectionState.FAILED,
          "The eDiscovery cases could not be read, so nothing is known about them.");
    }
    List<String> cases = reading.write(connection -> openCases(connection, scanId));
    reading.inTurn(cases.stream().limit(CASES_MAX).map(id -> of(id, scanId)).toList());
    if (found == CollectionState.PARTIAL) {
      return CollectionOutcome.gap(
          CollectionState.PARTIAL, "The eDiscovery cases could not all be read.");
    }
    return cases.size() <= CASES_MAX
        ? CollectionOutcome.complete()
        : CollectionOutcome.gap(
            CollectionState.PARTIAL,
            "Only "
                + CASES_MAX
                + " of "
                + cases.size()
                + " open cases were read: Microsoft allows five requests a minute.");
  }

  private static CollectionState casesState(Connection connection, long scanId)
      throws SQLException {
    Checkpoint cases =
        new CollectionRows(connection, scanId).checkpoints().get(CollectionName.EDISCOVERY_CASES);
    return cases == null ? CollectionState.PENDING : cases.state();
  }

  /** Closed cases hold nothing any more. */
  private static List<String> openCases(Connection connection, long scanId) throws SQLException {
    return TenantTables.ITEM.all(connection, scanId, CollectionName.EDISCOVERY_CASES).stream()
        .map(TenantTables.ItemRow::item)
        .filter(item -> !"closed".equalsIgnoreCase(item.state()))
        .map(InventoryItem::id)
        .toList();
  }

  private Paged<T> of(String caseId, long scanId) {
    String version = about.preview() ? "/beta" : "/v1.0";
    String id = URLEncoder.encode(caseId, StandardCharsets.UTF_8);
    return new Paged<>(
        version + CASES + id + part,
        shapes.of(caseId),
        (connection, items) -> store.store(connection, scanId, items));
  }

  @Override
  public long stored(Connection connection, long scanId) throws SQLException {
    return about.name() == CollectionName.LEGAL_HOLDS
        ? ItemsCollection.count(connection, scanId, about.name())
        : ScanCollection.super.stored(connection, scanId);
  }

  @Override
  public Optional<CollectionOutcome> explain(GraphRefused refused) {
    return ServiceItems.roleGroupMissing(refused);
  }
}
