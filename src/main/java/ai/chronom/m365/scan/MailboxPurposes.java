package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.OptionalPermissions;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose mailbox a mailbox is, one question per account: so only those accounts are asked about
 * whose license may be waste by it. These are disabled, or bear no person's name, or nobody ever
 * signed in.
 */
final class MailboxPurposes implements ScanCollection {
  private static final String BEGINNING = "/v1.0/users/";
  private static final String END = "/mailboxSettings/userPurpose";
  private static final int BLOCK = 200;
  private static final int CANDIDATES_MAX = 50_000;
  private static final int WORD_MAX_CHARS = 40;

  private static final String CANDIDATES =
      "select u.user_id from snapshot_user u where u.scan_id = ? and u.user_id > ? and u.seats > 0"
          + " and coalesce(u.user_type, 'Member') <> 'Guest' and (u.account_enabled = false"
          + " or (u.sign_ins_read = true and u.last_successful is null"
          + " and u.last_interactive is null)"
          + " or (coalesce(u.given_name, '') = '' and coalesce(u.surname, '') = ''"
          + " and coalesce(u.employee_id, '') = '' and coalesce(u.job_title, '') = ''))";
  private static final String WITH_MAILBOX =
      " and exists (select 1 from snapshot_mailbox m where m.scan_id = u.scan_id"
          + " and m.user_id = u.user_id)";

  /** How many mailboxes an access policy of Exchange keeps closed to the application. */
  private static final class Closed {
    private long mailboxes;
    private @Nullable GraphRefused last;

    void count(GraphRefused refused) {
      mailboxes++;
      last = refused;
    }
  }

  @Override
  public Declaration about() {
    return new Declaration(
        CollectionName.MAILBOX_PURPOSES,
        OptionalPermissions.MAILBOX_SETTINGS_READ,
        BEGINNING + "{id}" + END,
        "Which mailboxes are shared, rooms or equipment, where that decides on a license.",
        OptionalTables.MAILBOX_PURPOSE.name());
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    boolean reported = reading.write(c -> mailboxesReported(c, reading.scan().id()));
    Closed closed = new Closed();
    long asked = 0;
    while (!reading.checkpoint().read() && asked < CANDIDATES_MAX) {
      String after = Optional.ofNullable(reading.checkpoint().nextLink()).orElse("");
      List<String> ids = reading.write(c -> candidates(c, reading.scan().id(), after, reported));
      ask(reading, ids, closed);
      asked += ids.size();
    }
    GraphRefused refused = closed.last;
    if (refused != null && reading.checkpoint().items() == 0) {
      throw refused;
    }
    return outcome(reading.checkpoint().read(), closed.mailboxes);
  }

  private static CollectionOutcome outcome(boolean all, long closed) {
    if (!all) {
      return CollectionOutcome.gap(
          CollectionState.PARTIAL,
          "More than " + CANDIDATES_MAX + " mailboxes are in question; the rest is not asked for.");
    }
    return closed == 0
        ? CollectionOutcome.complete()
        : CollectionOutcome.gap(
            CollectionState.PARTIAL,
            closed + " mailboxes are closed to the application by a policy of Exchange Online.");
  }

  private static boolean mailboxesReported(Connection connection, long scanId) throws SQLException {
    Checkpoint report =
        new CollectionRows(connection, scanId).checkpoints().get(CollectionName.REPORT_MAILBOXES);
    return report != null && report.state() == CollectionState.COMPLETE;
  }

  private static List<String> candidates(
      Connection connection, long scanId, String after, boolean reported) throws SQLException {
    return Sql.list(
        connection,
        CANDIDATES + (reported ? WITH_MAILBOX : "") + " order by u.user_id limit " + BLOCK,
        values -> values.number(scanId).text(after),
        row -> row.getString(1));
  }

  private static void ask(CollectionReading reading, List<String> ids, Closed closed) {
    List<GraphAnswer> answers =
        ids.isEmpty()
            ? List.of()
            : reading.batch(ids.stream().map(id -> BEGINNING + id + END).toList());
    List<OfUser<String>> purposes = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String id = ids.get(i);
      purpose(answers.get(i), closed).ifPresent(word -> purposes.add(new OfUser<>(id, word)));
    }
    String next = ids.size() < BLOCK ? null : ids.get(ids.size() - 1);
    reading.advance(
        reading.checkpoint().onward(next, purposes.size(), 1),
        connection -> {
          OptionalTables.MAILBOX_PURPOSE.insert(connection, reading.scan().id(), purposes);
          return purposes;
        });
  }

  /** Empty when there is no mailbox, or it is closed to us. */
  private static Optional<String> purpose(GraphAnswer answer, Closed closed) {
    if (answer.succeeded()) {
      return answer.body().get("value") instanceof JsonString word
          ? Optional.of(GraphText.clean(word.getString(), WORD_MAX_CHARS))
              .filter(purpose -> !purpose.isBlank())
          : Optional.empty();
    }
    RefusalKind kind = answer.refusal() == null ? RefusalKind.OTHER : answer.refusal();
    GraphRefused refused =
        new GraphRefused(
            kind, answer.status(), answer.code(), "A mailbox's purpose could not be read", null);
    if (Refusals.passes(refused) || Refusals.endsTheScan(refused)) {
      throw refused;
    }
    if (kind == RefusalKind.NOT_PERMITTED) {
      closed.count(refused);
    }
    return Optional.empty();
  }
}
