package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param instance the path that was asked for
 */
public record ProblemDocument(Problem problem, String instance) {
  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://chronom.ai/problems/";

  public int status() {
    return statusOf(problem.kind());
  }

  public JsonObject json() {
    ProblemKind kind = problem.kind();
    JsonObjectBuilder json = Json.createObjectBuilder();
    problem.facts().forEach(json::add);
    json.add("type", TYPES + kind.slug())
        .add("title", kind.title())
        .add("status", status())
        .add("detail", problem.detail())
        .add("instance", instance);
    if (!problem.errors().isEmpty()) {
      JsonArrayBuilder errors = Json.createArrayBuilder();
      problem
          .errors()
          .forEach(
              error ->
                  errors.add(
                      Json.createObjectBuilder()
                          .add("field", error.field())
                          .add("message", error.message())));
      json.add("errors", errors);
    }
    return json.build();
  }

  @Override
  public String toString() {
    return json().toString();
  }

  /** The one table of kinds and HTTP statuses. */
  public static int statusOf(ProblemKind kind) {
    return switch (kind) {
      case INVALID_INPUT, BODY_UNREADABLE -> 400;
      case NOT_SIGNED_IN -> 401;
      case ROLE_MISSING -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case KEY_IN_USE,
          KEY_NOT_EVERYWHERE,
          TENANT_EXISTS,
          SCAN_RUNNING,
          VERIFICATION_RUNNING,
          NOT_READY,
          CHANGED_MEANWHILE,
          ADMIN_NEEDED ->
          409;
      case TOO_LARGE -> 413;
      case MEDIA_TYPE_UNSUPPORTED -> 415;
      case CREDENTIALS_REJECTED -> 422;
      case TOO_MANY_ATTEMPTS -> 429;
      case INCIDENT -> 500;
      case ENTRA_UNREACHABLE, NOTIFICATION_FAILED -> 502;
      case SECRET_UNREADABLE, VAULT_UNAVAILABLE, OUTAGE -> 503;
    };
  }
}
