package ai.chronom.m365.overview.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that people see and send each other, and the pages behind them. What an address
 * names becomes a request parameter of its page.
 */
final class Addresses {
  static final String TENANT_ID = "tenantId";

  private static final String TENANT = "/tenants/(?<tenantId>[^/]+)";

  /** Where Microsoft's consent page returns to. */
  private static final String CONSENT = "/consent";

  private static final String ANSWER = "/onboarding/answer.xhtml";
  private static final List<Address> ALL =
      List.of(
          new Address("", "/overview/overview.xhtml"),
          new Address("/integrations", "/overview/integrations.xhtml"),
          new Address("/onboarding(?:/(?<step>[a-z]+))?", "/onboarding/start.xhtml"),
          new Address(TENANT, "/overview/tenant.xhtml"),
          new Address(TENANT + "/permissions", "/verification/permissions.xhtml"),
          new Address(TENANT + "/consent", "/onboarding/consent.xhtml"),
          new Address(CONSENT, ANSWER),
          new Address(TENANT + "/scan", "/scan/scan.xhtml"),
          new Address(TENANT + "/savings", "/report/savings.xhtml"),
          new Address(TENANT + "/licenses", "/report/licenses.xhtml"),
          new Address(TENANT + "/findings", "/findings/findings.xhtml"),
          new Address(TENANT + "/users", "/report/users.xhtml"),
          new Address(TENANT + "/users/(?<userId>[^/]+)", "/report/user.xhtml"),
          new Address(TENANT + "/renewals", "/report/renewals.xhtml"),
          new Address(TENANT + "/what-if", "/findings/what-if.xhtml"),
          new Address(TENANT + "/history", "/report/history.xhtml"),
          new Address(TENANT + "/settings", "/findings/settings.xhtml"),
          new Address("/settings/prices", "/license/prices.xhtml"),
          new Address("/settings/notifications", "/notification/notifications.xhtml"),
          new Address("/settings/tokens", "/platform/tokens.xhtml"),
          new Address("/settings/people", "/platform/people.xhtml"),
          new Address("/account", "/platform/account.xhtml"),
          new Address("/account/second-factor", "/platform/second-factor.xhtml"),
          new Address("/settings/keys", "/vault/keys.xhtml"),
          new Address("/settings/audit", "/audit/audit.xhtml"),
          new Address("/glossary", "/overview/glossary.xhtml"),
          new Address("/about", "/platform/about.xhtml"));

  private Addresses() {}

  /** Empty for what is no address of a page: REST, resources, the unknown. */
  static Optional<Target> find(String address) {
    return ALL.stream().flatMap(known -> known.target(address).stream()).findFirst();
  }

  /**
   * The same with what is asked: Microsoft's consent page may return to the root, when that is the
   * redirect URI as registered.
   */
  static Optional<Target> find(String address, @Nullable String query) {
    Set<String> asked =
        query == null
            ? Set.of()
            : Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2)[0])
                .collect(Collectors.toSet());
    boolean answer =
        asked.contains("state") && (asked.contains("admin_consent") || asked.contains("error"));
    return (address.isEmpty() || address.equals("/")) && answer ? find(CONSENT) : find(address);
  }

  /** Whether this is the file behind an address, which nobody needs to call. */
  static boolean isPage(String address) {
    return ALL.stream().anyMatch(known -> known.page.equals(address));
  }

  /**
   * Where an address leads.
   *
   * @param values what the address names, decoded
   */
  record Target(String page, Map<String, String> values) {}

  private record Address(Pattern pattern, String page) {
    private static final Pattern NAMED = Pattern.compile("\\(\\?<(\\w+)>");

    Address(String pattern, String page) {
      this(Pattern.compile(pattern + "/?"), page);
    }

    Optional<Target> target(String address) {
      Matcher matcher = pattern.matcher(address);
      return matcher.matches() ? Optional.of(new Target(page, values(matcher))) : Optional.empty();
    }

    private Map<String, String> values(Matcher matcher) {
      Map<String, String> values = new TreeMap<>();
      Matcher named = NAMED.matcher(pattern.pattern());
      while (named.find()) {
        String value = matcher.group(named.group(1));
        if (value != null) {
          values.put(named.group(1), decoded(value));
        }
      }
      return values;
    }

    /** What cannot be decoded names nothing that exists. */
    private static String decoded(String text) {
      try {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return "";
      }
    }
  }
}
