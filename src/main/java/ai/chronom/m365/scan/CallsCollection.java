package ai.chronom.m365.scan;

import ai.chronom.m365.permission.OptionalPermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who calls the telephone network, and when last; never with whom. Personal data: read only where
 * the operator asked for it.
 */
final class CallsCollection implements ScanCollection {
  /** Microsoft gives ninety days at most. */
  private static final int DAYS = 89;

  /** Bridges of meetings: Audio Conferencing pays for these, no calling plan. */
  private static final String OF_MEETINGS = "conf_";

  private final Declaration about;
  private final boolean direct;

  private CallsCollection(Declaration about, boolean direct) {
    this.about = about;
    this.direct = direct;
  }

  static CallsCollection ofMicrosoftsLines() {
    return new CallsCollection(
        declared(
            CollectionName.PSTN_CALLS,
            "getPstnCalls",
            "Who calls by a calling plan of Microsoft's."),
        false);
  }

  static CallsCollection ofOwnLines() {
    return new CallsCollection(
        declared(
            CollectionName.DIRECT_CALLS,
            "getDirectRoutingCalls",
            "Who calls by the tenant's own telephone lines."),
        true);
  }

  private static Declaration declared(CollectionName name, String function, String feeds) {
    return new Declaration(
        name,
        OptionalPermissions.PSTN_CALLS_READ_ALL,
        "/v1.0/communications/callRecords/" + function + "(fromDateTime={from},toDateTime={to})",
        feeds,
        OptionalTables.PHONE_CALL.name());
  }

  @Override
  public Declaration about() {
    return about;
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    long scanId = reading.scan().id();
    LocalDate today = LocalDate.ofInstant(reading.scan().startedAt(), ZoneOffset.UTC);
    String path =
        about
            .request()
            .replace("{from}", today.minusDays(DAYS).toString())
            .replace("{to}", today.plusDays(1).toString());
    reading.pages(
        new Paged<>(
            path,
            new ObjectReader.Shape<>(
                Map.of(
                    "userId",
                    JsonCursor::guid,
                    "startDateTime",
                    JsonCursor::time,
                    "callType",
                    ObjectReader.text(40),
                    "destinationContext",
                    ObjectReader.text(40)),
                this::call),
            (connection, calls) -> store(connection, scanId, calls)));
    return CollectionOutcome.complete();
  }

  /** Calls of nobody's, such as a queue's, have no account; they come with an empty one. */
  private Optional<OfUser<PhoneCall>> call(ObjectReader.Found found) {
    String type = found.text("callType").orElse("");
    PhoneCall.Kind kind =
        PhoneCall.Kind.of(direct, type, found.text("destinationContext").orElse(""));
    return found
        .time("startDateTime")
        .map(
            at ->
                new OfUser<>(
                    type.startsWith(OF_MEETINGS) ? "" : found.text("userId").orElse(""),
                    new PhoneCall(kind, at)));
  }

  private static void store(Connection connection, long scanId, List<OfUser<PhoneCall>> calls)
      throws SQLException {
    Map<OfUser<PhoneCall.Kind>, Instant> newest = new LinkedHashMap<>();
    for (OfUser<PhoneCall> call : calls) {
      if (!call.userId().isEmpty()) {
        newest.merge(
            new OfUser<>(call.userId(), call.value().kind()),
            call.value().lastAt(),
            (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    List<OfUser<PhoneCall>> rows =
        newest.entrySet().stream()
            .map(
                entry ->
                    new OfUser<>(
                        entry.getKey().userId(),
                        new PhoneCall(entry.getKey().value(), entry.getValue())))
            .toList();
    OptionalTables.PHONE_CALL.insert(connection, scanId, rows);
    renew(connection, scanId, rows);
  }

  private static void renew(Connection connection, long scanId, List<OfUser<PhoneCall>> rows)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update snapshot_phone_call set last_at = ? where scan_id = ? and user_id = ?"
                + " and kind = ? and last_at < ?")) {
      Sql.Values values = new Sql.Values(statement);
      for (OfUser<PhoneCall> row : rows) {
        PhoneCall call = row.value();
        values
            .time(call.lastAt())
            .number(scanId)
            .text(row.userId())
            .text(call.kind().name())
            .time(call.lastAt())
            .row();
      }
      statement.executeBatch();
    }
  }

  @Override
  public long stored(Connection connection, long scanId) throws SQLException {
    String kinds =
        Arrays.stream(PhoneCall.Kind.values())
            .filter(kind -> kind.direct() == direct)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", "));
    return Sql.list(
            connection,
            "select count(*) from snapshot_phone_call where scan_id = ? and kind in ("
                + kinds
                + ")",
            values -> values.number(scanId),
            row -> row.getLong(1))
        .get(0);
  }
}
