package ai.chronom.m365.sandbox.report;

import ai.chronom.m365.sandbox.contoso.CompanySite;
import ai.chronom.m365.sandbox.contoso.Contoso;
import ai.chronom.m365.sandbox.contoso.Person;
import ai.chronom.m365.sandbox.contoso.Product;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each report says of Contoso's people, as values by column. */
final class ReportRows {
  private static final int REMEMBERED_DAYS = 180;
  private static final long GIGABYTE = 1L << 30;
  private static final List<String> ACTIVE_USER_SERVICES =
      List.of("Exchange", "OneDrive", "SharePoint", "Skype For Business", "Yammer", "Teams");

  private final Contoso contoso;
  private final LocalDate refreshed;

  ReportRows(Contoso contoso) {
    this.contoso = contoso;
    this.refreshed = contoso.startDay().minusDays(2);
  }

  LocalDate refreshed() {
    return refreshed;
  }

  Stream<Map<String, String>> of(String function) {
    return switch (function) {
      case "getOffice365ActiveUserDetail" -> licensed().map(this::activeUser);
      case "getM365AppUserDetail" -> licensed().filter(this::hasApps).map(this::apps);
      case "getOffice365ActivationsUserDetail" ->
          licensed().flatMap(person -> Activations.of(person, contoso, worked(person).isPresent()));
      case "getOffice365ActivationCounts" -> activationCounts();
      case "getMailboxUsageDetail" ->
          contoso.people().filter(Person::hasMailbox).map(this::mailbox);
      case "getOneDriveUsageAccountDetail" ->
          licensed().filter(p -> has(p, "OneDrive")).map(this::drive);
      case "getTeamsUserActivityUserDetail" ->
          licensed().filter(p -> has(p, "Teams")).map(this::teams);
      case "getEmailActivityUserDetail" -> licensed().filter(Person::hasMailbox).map(this::mail);
      case "getSharePointActivityUserDetail" ->
          licensed().filter(p -> has(p, "SharePoint")).map(this::files);
      case "getMicrosoft365CopilotUsageUserDetail" ->
          contoso.people().filter(this::hasCopilot).map(this::copilot);
      case "getSharePointSiteUsageDetail" -> CompanySite.ALL.stream().map(this::site);
      default -> Stream.empty();
    };
  }

  private Stream<Person> licensed() {
    return contoso.people().filter(person -> !person.products().isEmpty());
  }

  private static boolean holds(Person person, String planPrefix) {
    return person.products().stream().anyMatch(product -> product.has(planPrefix));
  }

  private static boolean has(Person person, String service) {
    return switch (service) {
      case "Exchange" -> person.hasMailbox();
      case "OneDrive", "SharePoint" ->
          holds(person, "SHAREPOINTENTERPRISE")
              || holds(person, "SHAREPOINTSTANDARD")
              || holds(person, "SHAREPOINTDESKLESS");
      case "Skype For Business" -> holds(person, "MCOSTANDARD") || holds(person, "MCOIMP");
      case "Yammer" -> holds(person, "YAMMER");
      default -> holds(person, "TEAMS1");
    };
  }

  private boolean hasApps(Person person) {
    return holds(person, "OFFICESUBSCRIPTION") || holds(person, "OFFICE_BUSINESS");
  }

  private boolean hasCopilot(Person person) {
    return holds(person, "M365_COPILOT_APPS");
  }

  private Map<String, String> base(Person person) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("User Principal Name", person.userPrincipalName());
    row.put("Display Name", person.displayName());
    row.put("Is Deleted", "False");
    row.put("Assigned Products", products(person));
    row.put("Last Activity Date", worked(person).map(LocalDate::toString).orElse(""));
    return row;
  }

  private static String products(Person person) {
    return person.products().stream()
        .map(Product::name)
        .map(name -> name.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining("+"));
  }

  /** Blank means "not in 180 days". */
  private Optional<LocalDate> worked(Person person) {
    return person.workedOn().filter(day -> !day.isBefore(refreshed.minusDays(REMEMBERED_DAYS)));
  }

  private Map<String, String> activeUser(Person person) {
    Map<String, String> row = base(person);
    String assigned = person.assignedAt().toString().substring(0, 10);
    for (String service : ACTIVE_USER_SERVICES) {
      boolean has = has(person, service);
      row.put("Has " + service + " License", has ? "True" : "False");
      boolean used = has && !service.startsWith("Skype") && !service.equals("Yammer");
      row.put(
          service + " Last Activity Date",
          used ? worked(person).map(LocalDate::toString).orElse("") : "");
      row.put(service + " License Assign Date", has ? assigned : "");
    }
    return row;
  }

  private Map<String, String> apps(Person person) {
    Map<String, String> row = base(person);
    boolean used = worked(person).isPresent();
    boolean desktop = used && !person.worksInBrowser();
    row.put("Last Activation Date", desktop ? Activations.day(contoso) : "");
    for (String platform : List.of("Web", "Outlook", "Word", "Teams", "Outlook (Web)")) {
      row.put(platform, used ? "Yes" : "No");
    }
    for (String platform : List.of("Windows", "Outlook (Windows)", "Word (Windows)")) {
      row.put(platform, desktop ? "Yes" : "No");
    }
    return row;
  }

  private Stream<Map<String, String>> activationCounts() {
    long windows =
        licensed()
            .filter(this::hasApps)
            .filter(person -> worked(person).isPresent() && !person.worksInBrowser())
            .count();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Product Type", Activations.APPS);
    row.put("Windows", Long.toString(windows));
    for (String none : List.of("Mac", "Android", "iOS", "Windows 10 Mobile")) {
      row.put(none, "0");
    }
    return Stream.of(row);
  }

  private Map<String, String> mailbox(Person person) {
    Map<String, String> row = base(person);
    boolean large = holds(person, "EXCHANGE_S_ENTERPRISE");
    row.put("Created Date", person.createdAt().toString().substring(0, 10));
    row.put("Item Count", Integer.toString(1200 + person.number() % 900));
    row.put(
        "Storage Used (Byte)",
        Long.toString(person.mailboxGigabytes() * GIGABYTE - 1_000_000L * (person.number() % 800)));
    row.put("Issue Warning Quota (Byte)", Long.toString((large ? 98 : 49) * GIGABYTE));
    row.put("Prohibit Send Quota (Byte)", Long.toString((large ? 99 : 50) * GIGABYTE));
    row.put("Prohibit Send/Receive Quota (Byte)", Long.toString((large ? 100 : 50) * GIGABYTE));
    row.put("Deleted Item Count", "40");
    row.put("Deleted Item Size (Byte)", "1048576");
    row.put("Deleted Item Quota (Byte)", Long.toString((person.isOnHold() ? 100 : 30) * GIGABYTE));
    row.put("Has Archive", person.hasArchive() ? "True" : "False");
    row.put("Recipient Type", person.recipientType());
    return row;
  }

  private Map<String, String> drive(Person person) {
    Map<String, String> row = base(person);
    row.put(
        "Site URL",
        "https://contoso-my.sharepoint.com/personal/"
            + person.mailNickname().replace('.', '_')
            + "_contoso_com");
    row.put("Owner Display Name", person.displayName());
    row.put("File Count", "120");
    row.put("Active File Count", worked(person).isPresent() ? "8" : "0");
    row.put("Storage Used (Byte)", Long.toString(GIGABYTE / 2));
    row.put("Storage Allocated (Byte)", Long.toString(1024 * GIGABYTE));
    row.put("Owner Principal Name", person.userPrincipalName());
    return row;
  }

  private Map<String, String> teams(Person person) {
    Map<String, String> row = base(person);
    String some = worked(person).isPresent() && person.talks() ? "5" : "0";
    row.put("Tenant Display Name", contoso.displayName());
    row.put("User Id", person.id());
    row.put("Is Licensed", "Yes");
    row.put("Has Other Action", worked(person).isPresent() ? "Yes" : "No");
    for (String count :
        List.of(
            "Team Chat Message Count",
            "Private Chat Message Count",
            "Call Count",
            "Meeting Count",
            "Meetings Organized Count",
            "Meetings Attended Count",
            "Post Messages",
            "Reply Messages",
            "Urgent Messages")) {
      row.put(count, some);
    }
    row.put("Audio Duration", worked(person).isPresent() ? "PT1H5M" : "PT0S");
    row.put("Audio Duration In Seconds", worked(person).isPresent() ? "3900" : "0");
    return row;
  }

  private Map<String, String> mail(Person person) {
    Map<String, String> row = base(person);
    boolean used = worked(person).isPresent();
    row.put("Send Count", used ? "31" : "0");
    row.put("Receive Count", "112");
    row.put("Read Count", used ? "97" : "0");
    row.put("Meeting Created Count", used ? "2" : "0");
    row.put("Meeting Interacted Count", used ? "4" : "0");
    return row;
  }

  private Map<String, String> files(Person person) {
    Map<String, String> row = base(person);
    boolean used = worked(person).isPresent();
    row.put("Viewed Or Edited File Count", used ? "14" : "0");
    row.put("Synced File Count", used ? "3" : "0");
    row.put("Shared Internally File Count", used ? "1" : "0");
    row.put("Shared Externally File Count", "0");
    row.put("Visited Page Count", used ? "6" : "0");
    return row;
  }

  /** Every third seat is not used. */
  private Map<String, String> copilot(Person person) {
    Map<String, String> row = base(person);
    String day = person.usesCopilot() ? worked(person).map(LocalDate::toString).orElse("") : "";
    row.put("Last Activity Date", day);
    row.put("Prompts submitted for all apps", day.isEmpty() ? "0" : "41");
    row.put("Active Usage Days for all apps", day.isEmpty() ? "0" : "9");
    for (String app :
        List.of("Copilot Chat", "Microsoft Teams Copilot", "Word Copilot", "Outlook Copilot")) {
      row.put(app + " Last Activity Date", day);
    }
    return row;
  }

  private Map<String, String> site(CompanySite site) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Site Id", site.id());
    row.put("Site URL", "https://contoso.sharepoint.com" + site.path());
    row.put("Owner Display Name", site.name() + " Owners");
    row.put("Is Deleted", "False");
    row.put("Last Activity Date", refreshed.minusDays(site.idleDays()).toString());
    row.put("File Count", Integer.toString(site.megabytes() / 4));
    row.put("Active File Count", site.idleDays() < 30 ? "12" : "0");
    row.put("Storage Used (Byte)", Long.toString(site.megabytes() * (GIGABYTE >> 10)));
    row.put("Storage Allocated (Byte)", Long.toString(25_600 * GIGABYTE));
    row.put("Root Web Template", site.template());
    row.put("Owner Principal Name", "owner" + site.path().length() + "@contoso.com");
    return row;
  }
}
