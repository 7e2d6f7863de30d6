package ai.chronom.m365.platform.web;

import ai.chronom.m365.problem.Problem;
import java.util.Locale;

/** The pages that tell people what went wrong. */
enum ErrorPage {
  FORBIDDEN,
  NOT_FOUND,
  NOT_ALLOWED,
  EXPIRED,
  OUTAGE,
  INCIDENT;

  /** The request attribute that such a page shows. */
  static final String INCIDENT_ID = "incidentId";

  /** The request attribute with the sentence of a problem that a page met. */
  static final String DETAIL = "detail";

  /** The request attribute with the problem that a page met before the server's error dispatch. */
  static final String PROBLEM = "chronom.problem";

  static ErrorPage of(Problem problem, boolean expired) {
    if (expired) {
      return EXPIRED;
    }
    return switch (problem.kind()) {
      case NOT_SIGNED_IN, ROLE_MISSING -> FORBIDDEN;
      case NOT_FOUND -> NOT_FOUND;
      case METHOD_NOT_ALLOWED, INVALID_INPUT -> NOT_ALLOWED;
      case OUTAGE, VAULT_UNAVAILABLE -> OUTAGE;
      default -> INCIDENT;
    };
  }

  String view() {
    return "/error/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".xhtml";
  }
}
