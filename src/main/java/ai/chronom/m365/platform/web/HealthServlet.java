package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Health;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Whether this node lives and may get requests: open to everybody, so it says one word. A degraded
 * node serves, and stays ready (ADR 023).
 */
@WebServlet({HealthServlet.ALL, HealthServlet.LIVE, HealthServlet.READY})
public class HealthServlet extends HttpServlet {
  static final String ALL = "/health";
  static final String LIVE = "/health/live";
  static final String READY = "/health/ready";

  @Inject transient Health health;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Health.State state = request.getServletPath().equals(LIVE) ? Health.State.UP : health.state();
    response.setStatus(
        state == Health.State.DOWN
            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
            : HttpServletResponse.SC_OK);
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().write("{\"status\":\"" + state + "\"}");
  }
}
