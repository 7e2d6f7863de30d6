package ai.chronom.m365.overview.web;

import ai.chronom.m365.audit.Role;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may open which page. A new page gets a line here before anybody sees it. */
final class PageRoles {
  private static final Set<String> ADMIN = Set.of(Role.ADMIN);
  private static final Set<String> OPERATOR = Set.of(Role.ADMIN, Role.OPERATOR);
  private static final Set<String> EVERYBODY = Set.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER);

  /** Who may open the page behind each address; T stands for a tenant, U for a person there. */
  static final Map<String, Set<String>> MAY_OPEN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("/", EVERYBODY),
              Map.entry("/integrations", EVERYBODY),
              Map.entry("/onboarding", ADMIN),
              Map.entry("/onboarding/connect", ADMIN),
              Map.entry("/tenants/T", EVERYBODY),
              Map.entry("/tenants/T/permissions", EVERYBODY),
              Map.entry("/tenants/T/consent", OPERATOR),
              Map.entry("/consent", OPERATOR),
              Map.entry("/tenants/T/scan", EVERYBODY),
              Map.entry("/tenants/T/savings", EVERYBODY),
              Map.entry("/tenants/T/licenses", EVERYBODY),
              Map.entry("/tenants/T/findings", EVERYBODY),
              Map.entry("/tenants/T/users", EVERYBODY),
              Map.entry("/tenants/T/users/U", EVERYBODY),
              Map.entry("/tenants/T/renewals", EVERYBODY),
              Map.entry("/tenants/T/what-if", EVERYBODY),
              Map.entry("/tenants/T/history", EVERYBODY),
              Map.entry("/tenants/T/settings", EVERYBODY),
              Map.entry("/settings/prices", EVERYBODY),
              Map.entry("/settings/notifications", EVERYBODY),
              Map.entry("/settings/tokens", ADMIN),
              Map.entry("/settings/people", ADMIN),
              Map.entry("/account", EVERYBODY),
              Map.entry("/account/second-factor", EVERYBODY),
              Map.entry("/settings/keys", ADMIN),
              Map.entry("/settings/audit", ADMIN),
              Map.entry("/glossary", EVERYBODY),
              Map.entry("/about", EVERYBODY)));

  /** Pages without an address of their own: what anybody may see before and after a session. */
  static final Set<String> OPEN_PAGES =
      Set.of(
          "/login.xhtml",
          "/sign-in/code.xhtml",
          "/sign-in/refused.xhtml",
          "/sign-in/leaving.xhtml",
          "/sign-in/ended.xhtml");

  /** To be met on the way only; they say nothing but what went wrong. */
  static final String ERRORS = "/error/";

  private PageRoles() {}
}
