package ai.chronom.m365.platform;

import ai.chronom.m365.audit.AuditBroken;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.SystemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspException;

/** What an exception means to the caller. No text of an exception of others ever gets out. */
public final class Trouble {
  /** Wrappers of containers nest; a ring of causes must not hold us. */
  private static final int MAX_DEPTH = 20;

  /** PostgreSQL takes no NUL in a text. */
  private static final List<String> UNSTORABLE = List.of("22021", "22P05");

  private static final List<String> OUTAGE_STATES = List.of("08", "53", "57P");

  private static final String NO_DATABASE = "The database does not answer. Try again in a minute.";

  private Trouble() {}

  /** Empty when it is a bug: the caller gives it an incident id. */
  public static Optional<Problem> meaning(Throwable thrown) {
    Optional<Problem> known =
        causes(thrown).map(Trouble::known).flatMap(Optional::stream).findFirst();
    return known.isEmpty() && causes(thrown).anyMatch(Trouble::lostTransaction)
        ? problem(ProblemKind.OUTAGE, NO_DATABASE)
        : known;
  }

  /** The connection broke as the transaction ended; some servers keep the reason to themselves. */
  private static boolean lostTransaction(Throwable thrown) {
    return thrown instanceof SystemException || thrown instanceof XAException;
  }

  /** What a server's own answer means; empty when it is an incident. */
  public static Optional<Problem> ofStatus(int status) {
    return switch (status) {
      case 400 -> problem(ProblemKind.INVALID_INPUT, "The request is malformed.");
      case 401 -> problem(ProblemKind.NOT_SIGNED_IN, "Sign in and try again.");
      case 403 ->
          problem(ProblemKind.ROLE_MISSING, "Ask an administrator for a role that allows it.");
      case 404 -> problem(ProblemKind.NOT_FOUND, "Check the address.");
      case 405, 501 -> problem(ProblemKind.METHOD_NOT_ALLOWED, "Use another method.");
      case 413 -> problem(ProblemKind.TOO_LARGE, "Send less at once.");
      case 415 -> problem(ProblemKind.MEDIA_TYPE_UNSUPPORTED, "Use another media type.");
      case 503 -> problem(ProblemKind.OUTAGE, "Try again in a minute.");
      default -> Optional.empty();
    };
  }

  /** A bug as the user sees it: the id leads to the log. */
  public static Problem incident(String incidentId) {
    return new Problem(
        ProblemKind.INCIDENT,
        "Please try again. If it stays, give this incident id to your administrator: " + incidentId,
        List.of(),
        Map.of("incidentId", incidentId));
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.<@Nullable Throwable>iterate(thrown, t -> t == null ? null : t.getCause())
        .limit(MAX_DEPTH)
        .takeWhile(t -> t != null)
        .map(Throwable.class::cast);
  }

  private static Optional<Problem> known(Throwable thrown) {
    if (thrown instanceof Problem problem) {
      return Optional.of(problem);
    }
    if (thrown instanceof AuditBroken) {
      return problem(
          ProblemKind.OUTAGE,
          "The audit trail cannot be written, so nothing was done. Try again in a minute; if it"
              + " stays, whoever runs the server finds the reason in its log.");
    }
    if (thrown instanceof ConstraintViolationException violations) {
      return Optional.of(Problem.invalid(errors(violations)));
    }
    if (thrown instanceof OptimisticLockException) {
      return problem(ProblemKind.CHANGED_MEANWHILE, "Load it again and repeat your change.");
    }
    if (thrown instanceof EJBAccessException) {
      return problem(ProblemKind.ROLE_MISSING, "Ask an administrator for a role that allows it.");
    }
    if (thrown instanceof JsonException) {
      return problem(ProblemKind.BODY_UNREADABLE, "Send one JSON object in UTF-8.");
    }
    if (thrown instanceof CspException) {
      return problem(ProblemKind.INVALID_INPUT, "The page was not ours. Load it again.");
    }
    if (thrown instanceof SQLException sql && UNSTORABLE.contains(state(sql))) {
      return problem(ProblemKind.INVALID_INPUT, "A text holds a character that nothing can store.");
    }
    if (thrown instanceof SQLException sql && isOutage(sql)) {
      return problem(ProblemKind.OUTAGE, NO_DATABASE);
    }
    return thrown instanceof ClientErrorException refusal ? refused(refusal) : Optional.empty();
  }

  private static Optional<Problem> refused(ClientErrorException refusal) {
    if (refusal instanceof NotAuthorizedException) {
      return problem(ProblemKind.NOT_SIGNED_IN, "Send an API token: Authorization: Bearer cht_…");
    }
    if (refusal instanceof ForbiddenException) {
      return problem(ProblemKind.ROLE_MISSING, "Ask an administrator for a role that allows it.");
    }
    if (refusal instanceof NotFoundException) {
      return problem(ProblemKind.NOT_FOUND, "Check the address; the list of all is at /openapi.");
    }
    if (refusal instanceof NotAllowedException) {
      return problem(ProblemKind.METHOD_NOT_ALLOWED, "The Allow header names the methods.");
    }
    if (refusal instanceof NotSupportedException) {
      return problem(ProblemKind.MEDIA_TYPE_UNSUPPORTED, "Send Content-Type: application/json.");
    }
    if (refusal instanceof NotAcceptableException) {
      return problem(ProblemKind.NOT_ACCEPTABLE, "Send Accept: application/json or */*.");
    }
    return problem(ProblemKind.INVALID_INPUT, "The request is malformed.");
  }

  private static List<FieldError> errors(ConstraintViolationException violations) {
    return violations.getConstraintViolations().stream()
        .map(violation -> new FieldError(field(violation), violation.getMessage()))
        .toList();
  }

  /** The last step of the path: what comes before names our methods and parameters. */
  private static String field(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** No connection, too many connections, or shut down; pools say nothing by state. */
  private static boolean isOutage(SQLException thrown) {
    return state(thrown).isEmpty() || OUTAGE_STATES.stream().anyMatch(state(thrown)::startsWith);
  }

  private static String state(SQLException thrown) {
    String state = thrown.getSQLState();
    return state == null ? "" : state;
  }

  private static Optional<Problem> problem(ProblemKind kind, String detail) {
    return Optional.of(new Problem(kind, detail));
  }
}
