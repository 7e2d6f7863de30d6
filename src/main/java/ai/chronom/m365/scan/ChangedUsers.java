package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the users of the snapshot before up to date: copies them, asks Graph who changed, reads
 * those anew, and reads everybody's sign-ins when they are old (ADR 082). Each step leaves a
 * checkpoint, as each page of a whole reading does.
 */
final class ChangedUsers {
  /** Entra publishes them up to a day late: again within hours brings nothing. */
  static final Duration SIGN_INS_FRESH = Duration.ofHours(20);

  static final String SIGN_INS_PATH = "/v1.0/users?$select=id,signInActivity&$top=500";

  private static final String LATEST =
      "/v1.0/users/delta?$select=id,userPrincipalName,mail,displayName,givenName,surname,jobTitle,"
          + "employeeId,employeeType,department,companyName,usageLocation,userType,"
          + "externalUserState,accountEnabled,onPremisesSyncEnabled,createdDateTime,"
          + "employeeHireDate,assignedLicenses&$deltatoken=latest";
  private static final String COPIED = "copied:";
  private static final int DELTA_PAGES_MAX = 20_000;

  private final CollectionReading reading;
  private final boolean withSignIns;
  private @Nullable UserWriter writer;

  ChangedUsers(CollectionReading reading, boolean withSignIns) {
    this.reading = reading;
    this.withSignIns = withSignIns;
  }

  /** Where changes from now on can be asked for; empty when Graph does not tell. */
  static Optional<String> fromNowOn(CollectionReading reading) {
    try {
      return Optional.ofNullable(reading.page(LATEST, ChangeReader::new).deltaLink());
    } catch (Unreadable unreadable) {
      return Optional.empty();
    } catch (GraphRefused refused) {
      if (Refusals.passes(refused) || Refusals.endsTheScan(refused)) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  /**
   * Reads on where the run before stopped. Throws {@link GraphRefused} and {@link Unreadable}: when
   * that doesn't pass, everybody must be read.
   *
   * @param base the scan to begin with
   * @param origin this scan's own
   */
  void read(DeltaRows.Origin base, DeltaRows.Origin origin) {
    long baseId = origin.baseId() == null ? 0 : origin.baseId();
    String at = reading.checkpoint().nextLink();
    if (at == null || at.startsWith(COPIED)) {
      at = copy(baseId, at == null ? "" : at.substring(COPIED.length()), base);
    }
    PageTrail trail = new PageTrail(DELTA_PAGES_MAX);
    while (at != null && at.contains("/delta?")) {
      at = changes(at, origin, trail);
    }
    if (at != null) {
      signIns(origin);
    }
  }

  private String copy(long baseId, String copiedUpTo, DeltaRows.Origin base) {
    String after = copiedUpTo;
    while (true) {
      String from = after;
      // The block and how far it went are one transaction; a copy needs no answer of Graph.
      String last =
          reading.write(
              connection -> {
                String upTo =
                    new DeltaRows(connection, reading.scan().id())
                        .copyBlock(baseId, from)
                        .orElse(null);
                new CollectionRows(connection, reading.scan().id())
                    .store(reading.checkpoint().onward(next(upTo, base), 0, 0));
                return upTo == null ? "" : upTo;
              });
      reading.stand(reading.checkpoint().onward(next(last.isEmpty() ? null : last, base), 0, 0));
      if (last.isEmpty()) {
        return next(null, base);
      }
      after = last;
    }
  }

  private static String next(@Nullable String copiedUpTo, DeltaRows.Origin base) {
    return copiedUpTo == null ? String.valueOf(base.link()) : COPIED + copiedUpTo;
  }

  /** One page of changes; returns where to go on, null at the end. */
  private @Nullable String changes(String link, DeltaRows.Origin origin, PageTrail trail) {
    GraphPage<Change> page = reading.page(link, ChangeReader::new);
    trail.follow(page);
    Set<String> gone = new LinkedHashSet<>();
    Map<String, ScannedUser> present = new LinkedHashMap<>();
    readAnew(page.items(), gone, present);
    String end = page.deltaLink();
    if (page.nextLink() == null && end == null) {
      throw new Unreadable("Microsoft Graph's changes end without a link to later ones.");
    }
    Instant now = reading.clock().instant();
    boolean staleSignIns =
        withSignIns
            && (origin.signInsAt() == null
                || Duration.between(origin.signInsAt(), now).compareTo(SIGN_INS_FRESH) > 0);
    String afterChanges = staleSignIns ? SIGN_INS_PATH : null;
    String next = page.nextLink() == null ? afterChanges : page.nextLink();
    reading.advance(
        reading.checkpoint().onward(next, page.items().size(), 1),
        connection -> {
          DeltaRows rows = new DeltaRows(connection, reading.scan().id());
          for (Change change : page.items()) {
            rows.remove(change.id());
          }
          writer(connection).store(connection, List.copyOf(present.values()));
          if (end != null) {
            rows.remember(
                new DeltaRows.Origin(origin.baseId(), end, origin.fullAt(), origin.signInsAt()));
          }
          return page;
        });
    return next;
  }

  /** Made when all is copied: it numbers behind what is stored. */
  private UserWriter writer(Connection connection) throws SQLException {
    if (writer == null) {
      writer = UserWriter.on(connection, reading.scan().id());
    }
    return writer;
  }

  /** Changes don't tell all that we need, such as how a license came: each is read by its id. */
  private void readAnew(List<Change> changes, Set<String> gone, Map<String, ScannedUser> present) {
    List<String> ids = new ArrayList<>();
    changes.forEach(change -> (change.removed() ? gone : ids).add(change.id()));
    ids.removeAll(gone);
    List<String> distinct = ids.stream().distinct().toList();
    String query = UsersCollection.propertiesOf(withSignIns);
    List<GraphAnswer> answers =
        distinct.isEmpty()
            ? List.of()
            : reading.batch(distinct.stream().map(id -> "/v1.0/users/" + id + query).toList());
    StringBuilder bodies = new StringBuilder("{\"value\":[");
    for (GraphAnswer answer : answers) {
      if (answer.succeeded()) {
        bodies.append(bodies.charAt(bodies.length() - 1) == '[' ? "" : ",").append(answer.body());
      } else if (answer.refusal() != RefusalKind.NOT_FOUND) {
        throw refused(answer);
      }
    }
    byte[] page = bodies.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    GraphPages.read(new ByteArrayInputStream(page), json -> new UserReader(json, withSignIns))
        .items()
        .forEach(user -> present.put(user.id(), user));
  }

  private static GraphRefused refused(GraphAnswer answer) {
    RefusalKind kind = answer.refusal();
    return new GraphRefused(
        kind == null ? RefusalKind.OTHER : kind,
        answer.status(),
        answer.code(),
        "A user that changed could not be read",
        null);
  }

  private void signIns(DeltaRows.Origin origin) {
    Instant now = reading.clock().instant();
    reading.pages(
        new Paged<>(SIGN_INS_PATH, json -> new UserReader(json, true), this::storeSignIns));
    reading.advance(
        reading.checkpoint(),
        connection -> {
          DeltaRows rows = new DeltaRows(connection, reading.scan().id());
          DeltaRows.Origin known = rows.origin().orElse(origin);
          rows.remember(new DeltaRows.Origin(known.baseId(), known.link(), known.fullAt(), now));
          return now;
        });
  }

  private void storeSignIns(Connection connection, List<ScannedUser> users) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update snapshot_user set sign_ins_read = true, last_successful = ?,"
                + " last_interactive = ?, last_non_interactive = ?"
                + " where scan_id = ? and user_id = ?")) {
      Sql.Values values = new Sql.Values(update);
      for (ScannedUser user : users) {
        SignInActivity activity = user.signIns();
        if (activity != null) {
          values
              .time(activity.lastSuccessful())
              .time(activity.lastInteractive())
              .time(activity.lastNonInteractive())
              .number(reading.scan().id())
              .text(user.id())
              .row();
        }
      }
      update.executeBatch();
    }
  }

  /** One account of a page of changes. */
  record Change(String id, boolean removed) {}

  private static final class ChangeReader implements GraphPages.ItemReader<Change> {
    private final JsonCursor json;
    private @Nullable String id;
    private boolean removed;

    ChangeReader(JsonCursor json) {
      this.json = json;
    }

    @Override
    public void field(String name) {
      switch (name) {
        case "id" -> id = json.guid();
        case "@removed" -> {
          removed = true;
          json.skip();
        }
        default -> json.skip();
      }
    }

    @Override
    public Optional<Change> item() {
      Optional<Change> change = Optional.ofNullable(id).map(known -> new Change(known, removed));
      id = null;
      removed = false;
      return change;
    }
  }
}
