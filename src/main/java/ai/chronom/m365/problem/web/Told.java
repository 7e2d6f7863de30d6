package ai.chronom.m365.problem.web;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * Carries out what a page asks for and tells the user how it went: problems become messages at
 * their fields, success a line on the next page.
 */
public final class Told {
  private Told() {}

  /**
   * Does it, then shows the next address with that message (post, redirect, get). On a problem the
   * page stays as it is, with the input.
   */
  public static void andShow(String address, String message, Runnable deed) {
    if (succeeds(deed)) {
      show(address, message);
    }
  }

  /** Shows the next address with that message. */
  public static void show(String address, String message) {
    Messages.addFlashGlobalInfo("{0}", message);
    Faces.redirect(Faces.getRequestContextPath() + address);
  }

  /** Does it; false when it met a problem, which then stands on the page. */
  public static boolean succeeds(Runnable deed) {
    try {
      deed.run();
      return true;
    } catch (RuntimeException e) {
      Problem problem = problemIn(e);
      if (problem.kind() == ProblemKind.NOT_FOUND) {
        Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, problem.detail());
      } else {
        tell(problem);
      }
      return false;
    }
  }

  /** What an address promises; the page of unknown addresses when there is no such thing. */
  public static boolean exists(Supplier<?> lookup) {
    return succeeds(lookup::get);
  }

  private static Problem problemIn(RuntimeException thrown) {
    Throwable cause = thrown;
    while (cause != null) {
      if (cause instanceof Problem problem) {
        return problem;
      }
      cause = cause.getCause();
    }
    throw thrown;
  }

  private static void tell(Problem problem) {
    if (problem.errors().isEmpty()) {
      add(null, problem.kind().title() + ". " + problem.detail(), facts(problem.facts()));
    }
    for (FieldError error : problem.errors()) {
      add(error.field(), error.message(), facts(problem.facts()));
    }
    FacesContext.getCurrentInstance().validationFailed();
  }

  private static void add(@Nullable String field, String summary, String detail) {
    FacesContext.getCurrentInstance()
        .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, summary, detail));
  }

  /** To copy into a support request: {@code traceId: …}. */
  private static String facts(Map<String, String> facts) {
    return facts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(fact -> fact.getKey() + ": " + fact.getValue())
        .collect(Collectors.joining(" · "));
  }
}
