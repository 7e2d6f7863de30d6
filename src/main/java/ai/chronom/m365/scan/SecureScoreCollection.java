package ai.chronom.m365.scan;

import ai.chronom.m365.permission.PermissionCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Microsoft's newest secure score; Graph keeps ninety, each on a page of its own. */
final class SecureScoreCollection implements ScanCollection {
  private static final Declaration ABOUT =
      new Declaration(
          CollectionName.SECURE_SCORE,
          PermissionCatalog.SECURITY_EVENTS_READ_ALL,
          "/v1.0/security/secureScores?$top=1",
          "Which services and security features are in use.",
          TenantTables.SCORE_PART.name());
  private static final ObjectReader.Shape<TenantTables.ScoreRow> SHAPE =
      new ObjectReader.Shape<>(
          Map.of(
              "id", ObjectReader.text(80),
              "createdDateTime", JsonCursor::time,
              "currentScore", JsonCursor::decimal,
              "maxScore", JsonCursor::decimal,
              "activeUserCount", JsonCursor::count,
              "licensedUserCount", JsonCursor::count,
              "enabledServices", ObjectReader.texts(200),
              "controlScores",
                  ObjectReader.objects(
                      Map.of(
                          "controlName", ObjectReader.text(200),
                          "controlCategory", ObjectReader.text(80),
                          "score", JsonCursor::decimal))),
          found -> found.text("id").map(id -> new TenantTables.ScoreRow(id, score(found))));

  private static SecureScore score(ObjectReader.Found found) {
    return new SecureScore(
        found.time("createdDateTime").orElse(null),
        found.decimal("currentScore").orElse(null),
        found.decimal("maxScore").orElse(null),
        found.count("activeUserCount"),
        found.count("licensedUserCount"),
        found.texts("enabledServices"),
        found.objects("controlScores").stream()
            .filter(control -> control.text("controlName").isPresent())
            .map(
                control ->
                    new SecureScore.Control(
                        control.text("controlName").orElseThrow(),
                        control.text("controlCategory").orElse(null),
                        control.decimal("score").orElse(null)))
            .toList());
  }

  @Override
  public Declaration about() {
    return ABOUT;
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    long scanId = reading.scan().id();
    AtomicReference<LocalDate> asOf = new AtomicReference<>();
    reading.pages(
        new Paged<>(
            ABOUT.request(),
            SHAPE,
            (connection, scores) -> store(connection, scanId, scores, asOf),
            1));
    return new CollectionOutcome.Complete(null, asOf.get());
  }

  private static void store(
      Connection connection,
      long scanId,
      List<TenantTables.ScoreRow> scores,
      AtomicReference<LocalDate> asOf)
      throws SQLException {
    if (scores.isEmpty()) {
      return;
    }
    TenantTables.ScoreRow newest = scores.get(0);
    TenantTables.SECURE_SCORE.insert(connection, scanId, List.of(newest));
    TenantTables.SCORE_PART.insert(connection, scanId, parts(newest.score()));
    Instant created = newest.score().createdAt();
    asOf.set(created == null ? null : LocalDate.ofInstant(created, ZoneOffset.UTC));
  }

  private static List<TenantTables.ScorePart> parts(SecureScore score) {
    Stream<TenantTables.ScorePart> services =
        score.services().stream()
            .map(
                name ->
                    new TenantTables.ScorePart(
                        TenantTables.ScorePart.SERVICE, new SecureScore.Control(name, null, null)));
    Stream<TenantTables.ScorePart> controls =
        score.controls().stream()
            .map(control -> new TenantTables.ScorePart(TenantTables.ScorePart.CONTROL, control));
    return Stream.concat(services, controls).toList();
  }
}
