package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Meters;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The meters as Prometheus reads them. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  @Inject transient Meters meters;
  @Inject transient Sight sight;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!sight.reach().all()) {
      // They count the work for all tenants.
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setContentType(Meters.MEDIA_TYPE);
    response.getWriter().write(meters.text());
  }
}
