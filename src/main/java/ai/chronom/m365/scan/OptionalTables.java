package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The tables of what permissions beyond the guide's bring; all are empty where none is granted. */
final class OptionalTables {
  /** A room's address in lower case, by the room's id. */
  record Room(String id, String mailKey) {}

  /** Whom a policy takes in or leaves out. */
  record AccessSubject(String policyId, String kind, String subject) {}

  static final SnapshotTable<OfUser<Instant>> LEAVE_DATE =
      UserTables.table(
          "snapshot_leave_date",
          "leaves_at",
          (values, leavesAt) -> values.time(leavesAt),
          row -> Sql.requiredTime(row, "leaves_at"));

  /** By the id of the role's template. */
  static final SnapshotTable<OfUser<String>> ELIGIBLE_ROLE =
      UserTables.table(
          "snapshot_eligible_role",
          "template_id",
          (values, templateId) -> values.text(templateId),
          row -> row.getString("template_id"));

  static final SnapshotTable<OfUser<String>> MAILBOX_PURPOSE =
      UserTables.table(
          "snapshot_mailbox_purpose",
          "purpose",
          (values, purpose) -> values.text(purpose),
          row -> row.getString("purpose"));

  static final SnapshotTable<OfUser<TeamsUser>> TEAMS_USER =
      UserTables.table(
          "snapshot_teams_user",
          "account_type voice numbers shared_calling",
          (values, user) ->
              values
                  .text(user.accountType())
                  .flag(user.voice())
                  .number(user.numbers())
                  .flag(user.sharedCalling()),
          row ->
              new TeamsUser(
                  row.getString("account_type"),
                  row.getBoolean("voice"),
                  row.getInt("numbers"),
                  row.getBoolean("shared_calling")));

  static final SnapshotTable<OfUser<PhoneCall>> PHONE_CALL =
      UserTables.table(
          "snapshot_phone_call",
          "kind last_at",
          (values, call) -> values.text(call.kind().name()).time(call.lastAt()),
          row ->
              new PhoneCall(
                  PhoneCall.Kind.valueOf(row.getString("kind")), Sql.requiredTime(row, "last_at")));

  static final SnapshotTable<Room> ROOM =
      SnapshotTable.of(
          "snapshot_room",
          "room_id mail_key",
          (values, room) -> values.text(room.id()).text(room.mailKey()),
          row -> new Room(row.getString("room_id"), row.getString("mail_key")));

  /** Without its subjects. */
  static final SnapshotTable<AccessPolicy> ACCESS_POLICY =
      SnapshotTable.of(
          "snapshot_access_policy",
          "policy_id name state by_risk",
          (values, policy) ->
              values
                  .text(policy.id())
                  .text(policy.name())
                  .text(policy.state())
                  .flag(policy.byRisk()),
          row ->
              new AccessPolicy(
                  row.getString("policy_id"),
                  row.getString("name"),
                  row.getString("state"),
                  row.getBoolean("by_risk"),
                  Map.of()));

  static final SnapshotTable<AccessSubject> ACCESS_SUBJECT =
      SnapshotTable.of(
          "snapshot_access_subject",
          "policy_id kind subject",
          (values, one) -> values.text(one.policyId()).text(one.kind()).text(one.subject()),
          row ->
              new AccessSubject(
                  row.getString("policy_id"), row.getString("kind"), row.getString("subject")));

  /** All of them. */
  static final List<SnapshotTable<?>> ALL =
      List.of(
          LEAVE_DATE,
          ELIGIBLE_ROLE,
          MAILBOX_PURPOSE,
          TEAMS_USER,
          PHONE_CALL,
          ROOM,
          ACCESS_POLICY,
          ACCESS_SUBJECT);

  private OptionalTables() {}
}
