package ai.chronom.m365.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a writing request comes from a page of ours, or from a program, which says nothing. */
public final class SameOrigin {
  /** {@code none}: the person typed the address. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private SameOrigin() {}

  public static boolean holds(HttpServletRequest request) {
    return Destination.onlyReads(request)
        || holds(
            request.getHeader("Sec-Fetch-Site"),
            request.getHeader("Origin"),
            request.getHeader("Host"));
  }

  /** The scheme is left out: behind a proxy we do not see the browser's. */
  static boolean holds(@Nullable String site, @Nullable String origin, @Nullable String host) {
    if (site != null) {
      return OWN_SITES.contains(site);
    }
    return origin == null
        || host != null
            && (origin.equalsIgnoreCase("https://" + host)
                || origin.equalsIgnoreCase("http://" + host));
  }
}
