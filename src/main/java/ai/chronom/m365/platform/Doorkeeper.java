package ai.chronom.m365.platform;

import ai.chronom.m365.problem.NodeGate;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Turns everybody away while the node is shut; only health checks and the error page's style sheets
 * pass. What exactly is wrong stands in the log: paths and keys are nothing for strangers.
 */
@ApplicationScoped
public class Doorkeeper {
  private static final String HEALTH = "/health";
  private static final String SECONDS = "30";

  @Inject NodeGate gate;

  /** Whether the answer is given already: 503, as a problem or as a page. */
  public boolean turnsAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Destination destination = Destination.of(request);
    if (destination == Destination.RESOURCE
        || isHealth(Destination.path(request))
        || !gate.isShut()) {
      return false;
    }
    response.setHeader("Retry-After", SECONDS);
    if (destination == Destination.API) {
      Problem problem =
          new Problem(
              ProblemKind.VAULT_UNAVAILABLE,
              "The vault of this server is shut: its master key is missing or does not fit the"
                  + " database. Whoever runs the server finds the reason in its log.");
      Refusal.problem(request, response, problem, request.getRequestURI());
    } else {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
    return true;
  }

  private static boolean isHealth(String path) {
    return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
  }
}
