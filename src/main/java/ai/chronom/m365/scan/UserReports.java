package ai.chronom.m365.scan;

import ai.chronom.m365.permission.PermissionCatalog;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The usage reports about accounts: the newest trace of each service that a license pays for. */
final class UserReports {
  private static final String REPORTS = "/v1.0/reports/";
  private static final String LAST_ACTIVITY = "Last Activity Date";
  private static final String USED_BYTES = "Storage Used (Byte)";
  private static final ReportCollection.Audience MAIL =
      ReportCollection.Audience.having(
          "EXCHANGE_S_ENTERPRISE", "EXCHANGE_S_STANDARD", "EXCHANGE_S_DESKLESS");
  private static final ReportCollection.Audience FILES =
      ReportCollection.Audience.having(
          "SHAREPOINTENTERPRISE", "SHAREPOINTSTANDARD", "SHAREPOINTDESKLESS");

  private static final ReportCollection<ServiceActivity> SERVICES =
      report(
          CollectionName.REPORT_ACTIVE_USERS,
          REPORTS + "getOffice365ActiveUserDetail(period='D180')",
          "When each user last used mail, Teams, OneDrive, SharePoint and Viva Engage.",
          UsageReport.Format.ofUsers(
              List.of(
                  "Exchange Last Activity Date",
                  "OneDrive Last Activity Date",
                  "SharePoint Last Activity Date",
                  "Teams Last Activity Date",
                  "Yammer Last Activity Date"),
              row ->
                  new ServiceActivity(
                      row.day("Exchange Last Activity Date"),
                      row.day("OneDrive Last Activity Date"),
                      row.day("SharePoint Last Activity Date"),
                      row.day("Teams Last Activity Date"),
                      row.day("Yammer Last Activity Date"))),
          ReportCollection.Audience.LICENSED,
          UserTables.SERVICE_USE);

  private static final ReportCollection<AppUse> APPS =
      report(
          CollectionName.REPORT_APPS,
          REPORTS + "getM365AppUserDetail(period='D180')",
          "Who uses desktop apps, and who only the web: a smaller plan may do.",
          UsageReport.Format.ofUsers(
              List.of("Last Activation Date", LAST_ACTIVITY, "Windows", "Mac", "Mobile", "Web"),
              UserReports::apps),
          ReportCollection.Audience.having("OFFICESUBSCRIPTION", "OFFICE_BUSINESS"),
          UserTables.APP_USE);

  private static final ReportCollection<Activation> ACTIVATIONS =
      report(
          CollectionName.REPORT_ACTIVATIONS,
          REPORTS + "getOffice365ActivationsUserDetail",
          "Which desktop products were ever installed: Office, Visio, Project.",
          UsageReport.Format.ofUsers(
              List.of("Product Type", "Last Activated Date", "Windows", "Mac"),
              UserReports::activation),
          ReportCollection.Audience.having("OFFICESUBSCRIPTION", "OFFICE_BUSINESS"),
          UserTables.ACTIVATION);

  private static final ReportCollection<Mailbox> MAILBOXES =
      report(
          CollectionName.REPORT_MAILBOXES,
          REPORTS + "getMailboxUsageDetail(period='D30')",
          "Size, archive, hold and kind of mailboxes: what a smaller plan could hold.",
          UsageReport.Format.ofUsers(
              List.of(LAST_ACTIVITY, USED_BYTES, "Prohibit Send/Receive Quota (Byte)"),
              row ->
                  new Mailbox(
                      row.day(LAST_ACTIVITY),
                      row.number(USED_BYTES),
                      row.number("Prohibit Send/Receive Quota (Byte)"),
                      row.number("Deleted Item Quota (Byte)"),
                      row.flag("Has Archive"),
                      row.text("Recipient Type", 40))),
          MAIL,
          UserTables.MAILBOX);

  private static final ReportCollection<OneDrive> DRIVES =
      report(
          CollectionName.REPORT_ONE_DRIVE,
          REPORTS + "getOneDriveUsageAccountDetail(period='D30')",
          "What each OneDrive stores: whether a plan with less room would do.",
          new UsageReport.Format<>(
              "Owner Principal Name",
              "Owner Principal Name",
              List.of(LAST_ACTIVITY, USED_BYTES, "Storage Allocated (Byte)"),
              row ->
                  new OneDrive(
                      row.day(LAST_ACTIVITY),
                      row.number(USED_BYTES),
                      row.number("Storage Allocated (Byte)"),
                      row.number("File Count"))),
          FILES,
          UserTables.ONE_DRIVE);

  private static final ReportCollection<TeamsUse> TEAMS =
      report(
          CollectionName.REPORT_TEAMS,
          REPORTS + "getTeamsUserActivityUserDetail(period='D90')",
          "Calls and organized meetings: who needs Teams Phone, conferencing or Premium.",
          UsageReport.Format.ofUsers(
              List.of(LAST_ACTIVITY, "Call Count", "Meetings Organized Count", "Has Other Action"),
              row ->
                  new TeamsUse(
                      row.day(LAST_ACTIVITY),
                      row.sum("Team Chat Message Count", "Private Chat Message Count"),
                      row.number("Call Count"),
                      row.number("Meetings Organized Count"),
                      row.number("Meetings Attended Count"),
                      row.flag("Has Other Action"))),
          ReportCollection.Audience.having("TEAMS1"),
          UserTables.TEAMS_USE);

  private static final ReportCollection<MailUse> MAIL_USE =
      report(
          CollectionName.REPORT_MAIL,
          REPORTS + "getEmailActivityUserDetail(period='D90')",
          "Who writes and reads mail, and who only receives it.",
          UsageReport.Format.ofUsers(
              List.of(LAST_ACTIVITY, "Send Count", "Read Count"),
              row ->
                  new MailUse(
                      row.day(LAST_ACTIVITY),
                      row.number("Send Count"),
                      row.number("Receive Count"),
                      row.number("Read Count"))),
          MAIL,
          UserTables.MAIL_USE);

  private static final ReportCollection<SharePointUse> SHARE_POINT =
      report(
          CollectionName.REPORT_SHARE_POINT,
          REPORTS + "getSharePointActivityUserDetail(period='D90')",
          "Who works with files and pages in SharePoint.",
          UsageReport.Format.ofUsers(
              List.of(LAST_ACTIVITY, "Viewed Or Edited File Count"),
              row ->
                  new SharePointUse(
                      row.day(LAST_ACTIVITY),
                      row.number("Viewed Or Edited File Count"),
                      row.number("Synced File Count"),
                      row.number("Visited Page Count"))),
          FILES,
          UserTables.SHARE_POINT_USE);

  private static final ReportCollection<CopilotUse> COPILOT =
      report(
          CollectionName.REPORT_COPILOT,
          "/v1.0/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D90',version='v2')",
          "Who uses a Copilot license, on how many days.",
          UsageReport.Format.ofUsers(
              List.of(LAST_ACTIVITY),
              row ->
                  new CopilotUse(
                      row.newestActivity(),
                      row.number("Prompts submitted for all apps"),
                      row.number("Active Usage Days for all apps"))),
          ReportCollection.Audience.having("M365_COPILOT_APPS"),
          UserTables.COPILOT_USE);

  private UserReports() {}

  static List<ScanCollection> all() {
    return List.of(
        SERVICES, APPS, ACTIVATIONS, MAILBOXES, DRIVES, TEAMS, MAIL_USE, SHARE_POINT, COPILOT);
  }

  private static AppUse apps(ReportFields row) {
    Map<OfficeApp, Set<Platform>> apps = new EnumMap<>(OfficeApp.class);
    for (OfficeApp app : OfficeApp.values()) {
      Set<Platform> used =
          platforms(platform -> row.yes(app.column() + " (" + platform.column() + ")"));
      if (!used.isEmpty()) {
        apps.put(app, used);
      }
    }
    return new AppUse(
        row.day("Last Activation Date"),
        row.day(LAST_ACTIVITY),
        platforms(platform -> row.yes(platform.column())),
        apps);
  }

  private static Set<Platform> platforms(Predicate<Platform> used) {
    return Arrays.stream(Platform.values()).filter(used).collect(Collectors.toSet());
  }

  private static Activation activation(ReportFields row) {
    String product = row.text("Product Type", 200);
    return new Activation(
        product == null ? "" : product,
        row.day("Last Activated Date"),
        count(row.number("Windows")),
        count(row.number("Mac")),
        count(row.sum("iOS", "Android", "Windows 10 Mobile")),
        row.yes("Activated On Shared Computer"));
  }

  private static int count(@Nullable Long number) {
    return number == null ? 0 : (int) Math.min(Integer.MAX_VALUE, number);
  }

  private static <T> ReportCollection<T> report(
      CollectionName name,
      String request,
      String feeds,
      UsageReport.Format<T> format,
      ReportCollection.Audience audience,
      SnapshotTable<OfUser<T>> table) {
    return ReportCollection.ofUsers(
        new Declaration(name, PermissionCatalog.REPORTS_READ_ALL, request, feeds, table.name()),
        format,
        audience,
        table);
  }
}
