package ai.chronom.m365.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** What kind of address a request goes to; each kind signs in its own way. */
enum Destination {
  /** Style sheets, scripts and pictures, the same for everybody. */
  RESOURCE,
  /** For programs: an API token, or a session for reading; trouble is problem+json. */
  API,
  /** For people: a session; trouble is a page. */
  PAGE;

  private static final List<String> RESOURCES = List.of("/jakarta.faces.resource/", "/resources/");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  static Destination of(HttpServletRequest request) {
    return of(path(request));
  }

  static Destination of(String path) {
    if (RESOURCES.stream().anyMatch(path::startsWith)) {
      return RESOURCE;
    }
    return path.equals("/api")
            || path.startsWith("/api/")
            || path.equals("/metrics")
            || path.equals("/openapi")
        ? API
        : PAGE;
  }

  /** Within the application, decoded and normalized by the server. */
  static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  static boolean onlyReads(HttpServletRequest request) {
    return READING.contains(request.getMethod());
  }
}
