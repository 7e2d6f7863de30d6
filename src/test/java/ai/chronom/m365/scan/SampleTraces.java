package ai.chronom.m365.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the services of the small tenant called Contoso say of its first user. */
final class SampleTraces {
  static final String CASE = "b0073e4e-4184-41c6-9eb7-8c8cc3e2288b";
  static final String GLOBAL_ADMIN = "62e90394-69f5-4237-9190-012177145e10";
  static final String SITE = "d9ecf079-9b13-4376-ac5d-f242dda55626";
  private static final String DAY = "2026-11-20";
  private static final String USER = DAY + ",USER1@contoso.example,";
  private static final String APPS =
      "Report Refresh Date,User Principal Name,Last Activation Date,Last Activity Date,Windows,Mac,"
          + "Mobile,Web,Outlook (Windows),Word (Web)\n";
  private static final String ACTIVATIONS =
      "Report Refresh Date,User Principal Name,Product Type,Last Activated Date,Windows,Mac,Windows"
          + " 10 Mobile,iOS,Android,Activated On Shared Computer\n";
  private static final String MAILBOXES =
      "Report Refresh Date,User Principal Name,Is Deleted,Last Activity Date,Storage Used (Byte),"
          + "Prohibit Send/Receive Quota (Byte),Deleted Item Quota (Byte),Has Archive,Recipient"
          + " Type\n";
  private static final String DRIVES =
      "Report Refresh Date,Owner Principal Name,Is Deleted,Last Activity Date,File Count,Storage"
          + " Used (Byte),Storage Allocated (Byte)\n";
  private static final String TEAMS =
      "Report Refresh Date,User Principal Name,Last Activity Date,Team Chat Message Count,Private"
          + " Chat Message Count,Call Count,Meetings Organized Count,Meetings Attended Count,Has"
          + " Other Action\n";
  private static final String MAIL =
      "Report Refresh Date,User Principal Name,Last Activity Date,Send Count,Receive Count,Read"
          + " Count\n";
  private static final String FILES =
      "Report Refresh Date,User Principal Name,Last Activity Date,Viewed Or Edited File"
          + " Count,Synced File Count,Visited Page Count\n";
  private static final String COPILOT =
      "Report Refresh Date,User Principal Name,Last Activity Date,Word Copilot Last Activity"
          + " Date,Prompts submitted for all apps,Active Usage Days for all apps\n";
  private static final String SITES =
      "Report Refresh Date,Site Id,Owner Principal Name,Is Deleted,Last Activity Date,File"
          + " Count,Storage Used (Byte),Storage Allocated (Byte),Root Web Template\n";

  private SampleTraces() {}

  /** What is planted below, as a snapshot gives it back. */
  static UserTraces ofFirstUser() {
    return new UserTraces(
        new AppUse(
            LocalDate.parse("2025-01-02"),
            LocalDate.parse("2026-11-19"),
            Set.of(Platform.WINDOWS, Platform.WEB),
            Map.of(
                OfficeApp.OUTLOOK, Set.of(Platform.WINDOWS), OfficeApp.WORD, Set.of(Platform.WEB))),
        List.of(new Activation("Microsoft 365 Apps", LocalDate.parse("2025-01-02"), 2, 1, 3, true)),
        new Mailbox(
            LocalDate.parse("2026-11-18"),
            5_000_000_000L,
            53_687_091_200L,
            107_374_182_400L,
            true,
            "UserMailbox"),
        new OneDrive(LocalDate.parse("2026-11-17"), 1_000_000_000L, 1_099_511_627_776L, 120L),
        new TeamsUse(LocalDate.parse("2026-11-16"), 12L, 3L, 4L, 6L, false),
        new MailUse(LocalDate.parse("2026-11-18"), 31L, 112L, 97L),
        new SharePointUse(LocalDate.parse("2026-11-15"), 14L, 3L, 6L),
        new CopilotUse(LocalDate.parse("2026-11-14"), 41L, 9L),
        List.of(
            new ManagedDevice("device-1", "Windows", "mdm", Instant.parse("2026-11-22T07:00:00Z"))),
        List.of(new AppProtection("registration-1", Instant.parse("2026-11-21T07:00:00Z"))),
        List.of(new AppSignIn(AppSignIn.POWER_BI, Instant.parse("2026-11-22T08:00:00Z"))),
        List.of(new DirectoryRole(GLOBAL_ADMIN, "Global Administrator")),
        List.of(new Custodian(CASE, "custodian-1", "user1@contoso.example", "active", "applied")),
        List.of(Instant.parse("2026-11-20T15:04:05Z")),
        OptionalTraces.NONE);
  }

  static FakeGraph planted(FakeGraph graph) {
    return services(
        reports(
            graph
                .answers("/v1.0/", SampleGraph.page(List.of(), null))
                .answers("/beta/", SampleGraph.page(List.of(), null))));
  }

  private static FakeGraph reports(FakeGraph graph) {
    String reports = "/v1.0/reports/get";
    return graph
        .answers(
            reports + "M365AppUserDetail",
            APPS + USER + "2025-01-02,2026-11-19,Yes,No,No,Yes,Yes,Yes\n")
        .answers(
            reports + "Office365ActivationsUserDetail",
            ACTIVATIONS + USER + "Microsoft 365 Apps,2025-01-02,2,1,0,2,1,True\n")
        .answers(
            reports + "MailboxUsageDetail",
            MAILBOXES
                + USER
                + "False,2026-11-18,5000000000,53687091200,107374182400,True,UserMailbox\n"
                + DAY
                + ",gone@contoso.example,False,2026-11-18,1,1,1,False,SharedMailbox\n")
        .answers(
            reports + "OneDriveUsageAccountDetail",
            DRIVES + USER + "False,2026-11-17,120,1000000000,1099511627776\n")
        .answers(
            reports + "TeamsUserActivityUserDetail", TEAMS + USER + "2026-11-16,5,7,3,4,6,No\n")
        .answers(reports + "EmailActivityUserDetail", MAIL + USER + "2026-11-18,31,112,97\n")
        .answers(reports + "SharePointActivityUserDetail", FILES + USER + "2026-11-15,14,3,6\n")
        .answers("/v1.0/copilot/reports/", COPILOT + USER + "2026-11-13,2026-11-14,41,9\n")
        .answers(
            reports + "SharePointSiteUsageDetail",
            SITES
                + DAY
                + ","
                + SITE
                + ",user1@contoso.example,False,2026-11-12,7,900,1000,Group\n");
  }

  private static FakeGraph services(FakeGraph graph) {
    String user = SampleGraph.userId(1);
    String cases = "security/cases/ediscoveryCases";
    return graph
        .answers(
            "/v1.0/deviceManagement/managedDevices",
            one(
                "id:device-1,userId:" + user + ",operatingSystem:Windows,managementAgent:mdm,",
                "\"lastSyncDateTime\":\"2026-11-22T07:00:00Z\""))
        .answers(
            "/v1.0/deviceAppManagement/managedAppRegistrations",
            one(
                "id:registration-1,userId:" + user + ",",
                "\"lastSyncDateTime\":\"2026-11-21T07:00:00.0000000Z\""))
        .answers(
            "/v1.0/auditLogs/signIns",
            SampleGraph.page(
                List.of(
                    signIn(user, "2026-11-22T08:00:00Z", 0),
                    signIn(user, "2026-11-22T09:00:00Z", 50126),
                    signIn(user, "2026-11-21T08:00:00Z", 0)),
                null))
        .answers(
            "/v1.0/auditLogs/directoryAudits",
            one(
                "id:audit-1,",
                "\"activityDateTime\":\"2026-11-20T15:04:05Z\",\"targetResources\":[{\"id\":\""
                    + user
                    + "\",\"type\":\"User\"}]"))
        .answers(
            "/v1.0/roleManagement/directory/roleDefinitions",
            one("id:" + GLOBAL_ADMIN + ",displayName:Global Administrator,", "\"isEnabled\":true"))
        .answers(
            "/v1.0/roleManagement/directory/roleAssignments",
            one("principalId:" + user + ",roleDefinitionId:" + GLOBAL_ADMIN + ",", "\"id\":\"r\""))
        .answers(
            "/v1.0/" + cases, one("id:" + CASE + ",displayName:Trial,", "\"status\":\"active\""))
        .answers(
            "/v1.0/" + cases + "/" + CASE + "/custodians",
            one(
                "id:custodian-1,email:User1@contoso.example,status:active,",
                "\"holdStatus\":\"applied\""))
        .answers("/beta/" + cases + "/" + CASE + "/legalHolds", SampleGraph.page(List.of(), null))
        .answers(
            "/v1.0/sites/getAllSites",
            one(
                "id:contoso.example,displayName:Sales,"
                    .replace("contoso.example", "contoso.example;" + SITE + ";746dbcc1"),
                "\"webUrl\":\"https://contoso.example/sites/sales\""))
        .answers(
            "/beta/reports/azureADPremiumLicenseInsight",
            "{\"entitledP1LicenseCount\":100,\"entitledP2LicenseCount\":50,"
                + "\"p1FeatureUtilizations\":{\"conditionalAccess\":{\"userCount\":85}},"
                + "\"p2FeatureUtilizations\":{\"riskBasedConditionalAccess\":{}}}")
        .answers(
            "/v1.0/security/secureScores",
            one(
                "id:score-1,createdDateTime:2026-11-22T00!00!00Z,",
                "\"currentScore\":387.5,\"maxScore\":697.0,\"enabledServices\":[\"HasExchange\"],"
                    + "\"controlScores\":[{\"controlName\":\"AdminMFA\",\"controlCategory\":"
                    + "\"Identity\",\"score\":35.0}]"));
  }

  private static String signIn(String user, String at, int error) {
    return object(
        "userId:" + user + ",appId:" + AppSignIn.POWER_BI + ",",
        "\"createdDateTime\":\"" + at + "\",\"status\":{\"errorCode\":" + error + "}");
  }

  private static String one(String plain, String rest) {
    return SampleGraph.page(List.of(object(plain, rest)), null);
  }

  /** Text fields as name:value; a semicolon stands for a comma, an exclamation mark for a colon. */
  private static String object(String plain, String rest) {
    StringBuilder json = new StringBuilder("{");
    for (String field : plain.split(",")) {
      String[] part = field.split(":", 2);
      json.append('"')
          .append(part[0])
          .append("\":\"")
          .append(part[1].replace(';', ',').replace('!', ':'))
          .append("\",");
    }
    return json.append(rest).append('}').toString();
  }
}
