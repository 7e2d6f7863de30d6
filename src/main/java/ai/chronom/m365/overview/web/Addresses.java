package ai.chronom.m365.overview.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that people see and send each other, and the pages behind them. What an address
 * names becomes a request parameter of its page.
 */
final class Addresses {
  private static final String TENANT = "/tenants/(?<tenantId>[^/]+)";
  private static final List<Address> ALL =
      List.of(
          new Address("", "/overview/overview.xhtml"),
          new Address("/integrations", "/overview/integrations.xhtml"),
          new Address("/onboarding(?:/(?<step>[a-z]+))?", "/onboarding/start.xhtml"),
          new Address(TENANT, "/overview/tenant.xhtml"),
          new Address(TENANT + "/permissions", "/verification/permissions.xhtml"),
          new Address(TENANT + "/scan", "/scan/scan.xhtml"),
          new Address(TENANT + "/savings", "/report/savings.xhtml"),
          new Address(TENANT + "/licenses", "/report/licenses.xhtml"),
          new Address(TENANT + "/findings", "/findings/findings.xhtml"),
          new Address("/settings/prices", "/license/prices.xhtml"),
          new Address("/settings/tokens", "/platform/tokens.xhtml"),
          new Address("/settings/audit", "/audit/audit.xhtml"),
          new Address("/about", "/platform/about.xhtml"));

  private Addresses() {}

  /** The page with its parameters, such as {@code /scan/scan.xhtml?tenantId=…}. */
  static Optional<String> pageOf(String address) {
    return ALL.stream().flatMap(known -> known.page(address).stream()).findFirst();
  }

  private record Address(Pattern pattern, String page) {
    private static final Pattern NAMED = Pattern.compile("\\(\\?<(\\w+)>");

    Address(String pattern, String page) {
      this(Pattern.compile(pattern + "/?"), page);
    }

    Optional<String> page(String address) {
      Matcher matcher = pattern.matcher(address);
      return matcher.matches() ? Optional.of(page + parameters(matcher)) : Optional.empty();
    }

    private String parameters(Matcher matcher) {
      Matcher named = NAMED.matcher(pattern.pattern());
      StringBuilder parameters = new StringBuilder();
      while (named.find()) {
        String value = matcher.group(named.group(1));
        if (value != null) {
          parameters
              .append(parameters.isEmpty() ? '?' : '&')
              .append(named.group(1))
              .append('=')
              .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
      }
      return parameters.toString();
    }
  }
}
