package ai.chronom.m365.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser about what it may do with it. */
public final class AnswerHeaders {
  public static final String POLICY = "Content-Security-Policy";

  /** Of everything but Faces pages, which replace it by one with a nonce for their scripts. */
  static final String STRICTEST_POLICY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private AnswerHeaders() {}

  /** Sets, never adds: it is called at the door and again by the filter. */
  public static void apply(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", TWO_YEARS);
    }
    response.setHeader(POLICY, STRICTEST_POLICY);
    if (Destination.of(request) != Destination.RESOURCE) {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
