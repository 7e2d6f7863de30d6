package ai.chronom.m365.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wanted to go before signing in: one of our own pages and nothing else.
 *
 * @param path below the context root, with its query
 */
public record ReturnAddress(String path) {
  public static final ReturnAddress HOME = new ReturnAddress("/");

  private static final int MAX_CHARS = 1000;

  /** One slash, then what browsers cannot read as another host: no second slash, no backslash. */
  private static final Pattern OWN_PAGE =
      Pattern.compile("/(?!/)[A-Za-z0-9._~/-]*(\\?[A-Za-z0-9._~/%&=+,:;@!$'()*-]*)?");

  /** Empty when the text leads anywhere but to a page of ours. */
  public static Optional<ReturnAddress> parse(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(path -> path.length() <= MAX_CHARS && OWN_PAGE.matcher(path).matches())
        .filter(path -> !path.startsWith("/login.xhtml") && !path.contains(".."))
        .filter(path -> Destination.of(path) == Destination.PAGE)
        .map(ReturnAddress::new);
  }

  /** Only a page that was to be read can be returned to. */
  static Optional<ReturnAddress> of(HttpServletRequest request) {
    if (!"GET".equals(request.getMethod())) {
      return Optional.empty();
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getQueryString();
    return parse(query == null ? path : path + "?" + query);
  }

  /** The address of the login page that leads back here. */
  String login(String contextPath) {
    String login = contextPath + "/login.xhtml";
    return equals(HOME)
        ? login
        : login + "?from=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
