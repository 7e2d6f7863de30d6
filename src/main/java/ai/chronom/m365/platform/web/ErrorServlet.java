package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Incidents;
import ai.chronom.m365.platform.ProblemDocument;
import ai.chronom.m365.platform.Refusal;
import ai.chronom.m365.platform.Trouble;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the server sends what it cannot answer: programs get a problem, people a page. */
@WebServlet(ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {
  static final String PATH = "/error";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = text(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    Problem problem = problem(request, path);
    if (response.isCommitted()) {
      return;
    }
    if (path.startsWith(request.getContextPath() + "/api")) {
      Refusal.problem(request, response, problem, path);
      return;
    }
    ErrorPage page =
        ErrorPage.of(problem, thrown(request).stream().anyMatch(ErrorServlet::expired));
    response.setStatus(ProblemDocument.statusOf(problem.kind()));
    request.setAttribute(ErrorPage.INCIDENT_ID, problem.facts().get("incidentId"));
    if (request.getAttribute(ErrorPage.PROBLEM) instanceof Problem met) {
      request.setAttribute(ErrorPage.DETAIL, met.detail());
    }
    request.getRequestDispatcher(page.view()).forward(request, response);
  }

  private static Problem problem(HttpServletRequest request, String path) {
    Optional<Throwable> thrown = thrown(request);
    if (thrown.isPresent()) {
      return expired(thrown.get())
          ? new Problem(ProblemKind.INVALID_INPUT, "The page has expired. Load it again.")
          : Incidents.meet(thrown.get(), request.getMethod() + " " + path);
    }
    if (request.getAttribute(ErrorPage.PROBLEM) instanceof Problem met) {
      return met;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return Trouble.ofStatus(
            status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND)
        .orElseGet(
            () ->
                Incidents.meet(
                    new IllegalStateException("Status " + status + " without an exception"),
                    request.getMethod() + " " + path));
  }

  private static Optional<Throwable> thrown(HttpServletRequest request) {
    return Optional.ofNullable((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
  }

  private static boolean expired(Throwable thrown) {
    return thrown instanceof ViewExpiredException
        || thrown.getCause() instanceof ViewExpiredException;
  }

  private static String text(@Nullable Object attribute) {
    return attribute == null ? "" : attribute.toString();
  }
}
