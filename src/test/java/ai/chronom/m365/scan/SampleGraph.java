package ai.chronom.m365.scan;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers of a small tenant called Contoso, for {@link FakeGraph}. */
final class SampleGraph {
  static final String TENANT = "84841066-274d-4ec0-a5c1-276be684bdd3";
  static final String E5 = "06ebc4ee-1bb5-47dd-8120-11324bc54e06";
  static final String E3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";
  static final String GROUP = "e55bdaa0-e104-479a-979e-b0457fff6380";
  static final String PLAN = "57ff2da0-773e-42df-b2af-ffb7a2317929";
  static final String LINK = "https://graph.example/v1.0/users?$skiptoken=";
  static final String NO_USERS = page(List.of(), null);
  static final String HEADER =
      "Report Refresh Date,User Principal Name,Is Deleted,Exchange Last Activity Date,OneDrive Last"
          + " Activity Date,SharePoint Last Activity Date,Yammer Last Activity Date,Teams Last"
          + " Activity Date\n";

  private SampleGraph() {}

  /** Everything granted, three pages of two users each, an honest report. */
  static FakeGraph contoso() {
    return SampleTraces.planted(new FakeGraph(roles()))
        .answers(
            "/v1.0/organization",
            page(
                List.of(
                    "{\"id\":\""
                        + TENANT
                        + "\",\"displayName\":\"Contoso\",\"countryLetterCode\":\"US\"}"),
                null))
        .answers("/v1.0/subscribedSkus", page(List.of(sku(E5, 10, 6), sku(E3, 5, 0)), null))
        .answers(
            "/v1.0/directory/subscriptions",
            page(
                List.of(
                    "{\"id\":\"s1\",\"skuId\":\""
                        + E5
                        + "\",\"status\":\"Enabled\",\"isTrial\":false,\"totalLicenses\":10,"
                        + "\"nextLifecycleDateTime\":\"2027-02-01T00:00:00Z\"}"),
                null))
        .answers(
            "/v1.0/groups",
            page(
                List.of(
                    "{\"id\":\""
                        + GROUP
                        + "\",\"displayName\":\"Sales\",\"hasMembersWithLicenseErrors\":true,"
                        + "\"assignedLicenses\":[{\"disabledPlans\":[],\"skuId\":\""
                        + E5
                        + "\"}]}"),
                null))
        .answers("/v1.0/users", page(List.of(user(1), user(2)), LINK + 2))
        .answers(LINK + 2, page(List.of(user(3), user(4)), LINK + 3))
        .answers(LINK + 3, page(List.of(user(5), user(6)), null))
        .answers(
            "/v1.0/reports/getOffice365ActiveUserDetail",
            "\uFEFF"
                + HEADER
                + "2026-11-20,user1@contoso.example,False,2026-11-19,,,,2026-11-18\n"
                + "2026-11-20,USER2@contoso.example,False,,,,,\n");
  }

  private static String[] roles() {
    return PermissionCatalog.application().stream()
        .map(GraphPermission::graphRole)
        .toArray(String[]::new);
  }

  static String sku(String id, int enabled, int consumed) {
    return "{\"skuId\":\""
        + id
        + "\",\"skuPartNumber\":\"PART\",\"appliesTo\":\"User\",\"capabilityStatus\":\"Enabled\","
        + "\"consumedUnits\":"
        + consumed
        + ",\"prepaidUnits\":{\"enabled\":"
        + enabled
        + ",\"warning\":0,\"suspended\":0,\"lockedOut\":0},\"servicePlans\":[{\"servicePlanId\":\""
        + PLAN
        + "\",\"servicePlanName\":\"TEAMS1\",\"appliesTo\":\"User\","
        + "\"provisioningStatus\":\"Success\"}]}";
  }

  /** Every user's E5 comes through the group, with one plan switched off. */
  static String user(int number) {
    return user(number, true);
  }

  static String user(int number, boolean enabled) {
    return "{\"id\":\""
        + userId(number)
        + "\",\"userPrincipalName\":\"User"
        + number
        + "@contoso.example\",\"displayName\":\"User "
        + number
        + "\",\"accountEnabled\":"
        + enabled
        + ",\"userType\":\"Member\",\"createdDateTime\":\"2020-01-01T00:00:00Z\","
        + "\"assignedLicenses\":[{\"skuId\":\""
        + E5
        + "\",\"disabledPlans\":[\""
        + PLAN
        + "\"]}],\"licenseAssignmentStates\":[{\"skuId\":\""
        + E5
        + "\",\"assignedByGroup\":\""
        + GROUP
        + "\",\"state\":\"Active\",\"error\":\"None\",\"disabledPlans\":[\""
        + PLAN
        + "\"],\"lastUpdatedDateTime\":\"2024-05-06T07:08:09Z\"}],\"signInActivity\":{"
        + "\"lastSignInDateTime\":\"2026-11-01T10:00:00Z\"}}";
  }

  static String userId(int number) {
    return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number);
  }

  static String users(int from, int to, String nextLink) {
    List<String> users = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      users.add(user(i));
    }
    return page(users, nextLink);
  }

  static String page(List<String> items, String nextLink) {
    return "{\"@odata.context\":\"x\",\"value\":["
        + String.join(",", items)
        + "]"
        + (nextLink == null ? "" : ",\"@odata.nextLink\":\"" + nextLink + "\"")
        + "}";
  }
}
