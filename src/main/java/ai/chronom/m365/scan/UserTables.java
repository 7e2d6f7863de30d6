package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.List;

/** The tables that hold what the services know of each account, all by its id. */
final class UserTables {
  static final SnapshotTable<OfUser<ServiceActivity>> SERVICE_USE =
      table(
          "snapshot_service_use",
          "exchange one_drive share_point teams yammer",
          (values, use) ->
              values
                  .day(use.exchange())
                  .day(use.oneDrive())
                  .day(use.sharePoint())
                  .day(use.teams())
                  .day(use.yammer()),
          row ->
              new ServiceActivity(
                  Sql.day(row, "exchange"),
                  Sql.day(row, "one_drive"),
                  Sql.day(row, "share_point"),
                  Sql.day(row, "teams"),
                  Sql.day(row, "yammer")));

  static final SnapshotTable<OfUser<AppUse>> APP_USE =
      table(
          "snapshot_app_use",
          "last_activated last_active uses",
          (values, use) -> values.day(use.lastActivated()).day(use.lastActive()).number(use.bits()),
          row ->
              AppUse.ofBits(
                  Sql.day(row, "last_activated"), Sql.day(row, "last_active"), row.getInt("uses")));

  static final SnapshotTable<OfUser<Activation>> ACTIVATION =
      table(
          "snapshot_activation",
          "product last_activated windows mac mobile shared_computer",
          (values, activation) ->
              values
                  .text(activation.product())
                  .day(activation.lastActivated())
                  .number(activation.windows())
                  .number(activation.mac())
                  .number(activation.mobile())
                  .flag(activation.onSharedComputer()),
          row ->
              new Activation(
                  row.getString("product"),
                  Sql.day(row, "last_activated"),
                  row.getInt("windows"),
                  row.getInt("mac"),
                  row.getInt("mobile"),
                  row.getBoolean("shared_computer")));

  static final SnapshotTable<OfUser<Mailbox>> MAILBOX =
      table(
          "snapshot_mailbox",
          "last_active used_bytes quota_bytes deleted_quota_bytes archive recipient_type",
          (values, mailbox) ->
              values
                  .day(mailbox.lastActive())
                  .number(mailbox.usedBytes())
                  .number(mailbox.quotaBytes())
                  .number(mailbox.deletedQuotaBytes())
                  .flag(mailbox.archive())
                  .text(mailbox.recipientType()),
          row ->
              new Mailbox(
                  Sql.day(row, "last_active"),
                  Sql.number(row, "used_bytes"),
                  Sql.number(row, "quota_bytes"),
                  Sql.number(row, "deleted_quota_bytes"),
                  Sql.flag(row, "archive"),
                  row.getString("recipient_type")));

  static final SnapshotTable<OfUser<OneDrive>> ONE_DRIVE =
      table(
          "snapshot_one_drive",
          "last_active used_bytes allocated_bytes files",
          (values, drive) ->
              values
                  .day(drive.lastActive())
                  .number(drive.usedBytes())
                  .number(drive.allocatedBytes())
                  .number(drive.files()),
          row ->
              new OneDrive(
                  Sql.day(row, "last_active"),
                  Sql.number(row, "used_bytes"),
                  Sql.number(row, "allocated_bytes"),
                  Sql.number(row, "files")));

  static final SnapshotTable<OfUser<TeamsUse>> TEAMS_USE =
      table(
          "snapshot_teams_use",
          "last_active messages calls meetings_organized meetings_attended other_action",
          (values, use) ->
              values
                  .day(use.lastActive())
                  .number(use.messages())
                  .number(use.calls())
                  .number(use.meetingsOrganized())
                  .number(use.meetingsAttended())
                  .flag(use.otherAction()),
          row ->
              new TeamsUse(
                  Sql.day(row, "last_active"),
                  Sql.number(row, "messages"),
                  Sql.number(row, "calls"),
                  Sql.number(row, "meetings_organized"),
                  Sql.number(row, "meetings_attended"),
                  Sql.flag(row, "other_action")));

  static final SnapshotTable<OfUser<MailUse>> MAIL_USE =
      table(
          "snapshot_mail_use",
          "last_active sent received read_count",
          (values, use) ->
              values
                  .day(use.lastActive())
                  .number(use.sent())
                  .number(use.received())
                  .number(use.read()),
          row ->
              new MailUse(
                  Sql.day(row, "last_active"),
                  Sql.number(row, "sent"),
                  Sql.number(row, "received"),
                  Sql.number(row, "read_count")));

  static final SnapshotTable<OfUser<SharePointUse>> SHARE_POINT_USE =
      table(
          "snapshot_share_point_use",
          "last_active files synced pages",
          (values, use) ->
              values
                  .day(use.lastActive())
                  .number(use.files())
                  .number(use.synced())
                  .number(use.pages()),
          row ->
              new SharePointUse(
                  Sql.day(row, "last_active"),
                  Sql.number(row, "files"),
                  Sql.number(row, "synced"),
                  Sql.number(row, "pages")));

  static final SnapshotTable<OfUser<CopilotUse>> COPILOT_USE =
      table(
          "snapshot_copilot_use",
          "last_active prompts active_days",
          (values, use) ->
              values.day(use.lastActive()).number(use.prompts()).number(use.activeDays()),
          row ->
              new CopilotUse(
                  Sql.day(row, "last_active"),
                  Sql.number(row, "prompts"),
                  Sql.number(row, "active_days")));

  static final SnapshotTable<OfUser<ManagedDevice>> DEVICE =
      table(
          "snapshot_device",
          "device_id operating_system agent last_sync",
          (values, device) ->
              values
                  .text(device.id())
                  .text(device.operatingSystem())
                  .text(device.agent())
                  .time(device.lastSync()),
          row ->
              new ManagedDevice(
                  row.getString("device_id"),
                  row.getString("operating_system"),
                  row.getString("agent"),
                  Sql.time(row, "last_sync")));

  static final SnapshotTable<OfUser<AppProtection>> APP_PROTECTION =
      table(
          "snapshot_app_protection",
          "registration_id last_sync",
          (values, protection) ->
              values.text(protection.registrationId()).time(protection.lastSync()),
          row -> new AppProtection(row.getString("registration_id"), Sql.time(row, "last_sync")));

  /** By the id of the role's template. */
  static final SnapshotTable<OfUser<String>> ROLE_MEMBER =
      table(
          "snapshot_role_member",
          "template_id",
          (values, templateId) -> values.text(templateId),
          row -> row.getString("template_id"));

  static final SnapshotTable<OfUser<AppSignIn>> APP_SIGN_IN =
      table(
          "snapshot_app_sign_in",
          "app_id last_at",
          (values, signIn) -> values.text(signIn.appId()).time(signIn.lastAt()),
          row -> new AppSignIn(row.getString("app_id"), Sql.requiredTime(row, "last_at")));

  static final SnapshotTable<OfUser<Instant>> DISABLING =
      table(
          "snapshot_disabling",
          "disabled_at",
          (values, disabledAt) -> values.time(disabledAt),
          row -> Sql.requiredTime(row, "disabled_at"));

  /** All of them. */
  static final List<SnapshotTable<?>> ALL =
      List.of(
          SERVICE_USE,
          APP_USE,
          ACTIVATION,
          MAILBOX,
          ONE_DRIVE,
          TEAMS_USE,
          MAIL_USE,
          SHARE_POINT_USE,
          COPILOT_USE,
          DEVICE,
          APP_PROTECTION,
          ROLE_MEMBER,
          APP_SIGN_IN,
          DISABLING);

  private UserTables() {}

  /** Of what is known of accounts, by their ids. */
  static <T> SnapshotTable<OfUser<T>> table(
      String name, String columns, SnapshotTable.Binder<T> binder, Sql.RowReader<T> reader) {
    return SnapshotTable.of(
        name,
        "user_id " + columns,
        (values, row) -> binder.bind(values.text(row.userId()), row.value()),
        row -> new OfUser<>(row.getString("user_id"), reader.read(row)));
  }
}
