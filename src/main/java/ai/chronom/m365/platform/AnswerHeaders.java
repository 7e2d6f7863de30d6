package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser about what it may do with it. */
public final class AnswerHeaders {
  public static final String POLICY = "Content-Security-Policy";

  /** Of everything but Faces pages, which replace it by one with a nonce for their scripts. */
  static final String STRICTEST_POLICY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private static final String REQUEST_ID = "X-Request-Id";
  private static final String OWN_NAME = AnswerHeaders.class.getName() + ".correlation";

  private AnswerHeaders() {}

  /** The one id of this request, from the first time that somebody asks for it. */
  public static String correlation(HttpServletRequest request) {
    if (request.getAttribute(OWN_NAME) instanceof String known) {
      return known;
    }
    String id = Correlation.of(request.getHeader(REQUEST_ID), request.getHeader("traceparent"));
    request.setAttribute(OWN_NAME, id);
    return id;
  }

  /** Sets, never adds: it is called at the door and again by the filter. */
  public static void apply(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(REQUEST_ID, correlation(request));
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
