package ai.chronom.m365.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;

/**
 * Leads out to the identity provider, where the other session ends. As a page that goes on by
 * itself: the policy of our pages lets no form lead elsewhere, redirects included.
 */
@WebServlet(Farewell.PATH)
public class Farewell extends HttpServlet {
  static final String PATH = "/sign-in/leave";

  private static final String ATTRIBUTE = Farewell.class.getName();

  /** For the one request that comes next. */
  static void leave(HttpSession session, URI address) {
    session.setAttribute(ATTRIBUTE, address.toString());
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String address)) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + "/login.xhtml");
      return;
    }
    session.invalidate();
    response.setHeader("Refresh", "0;url=" + address);
    request.setAttribute("address", address);
    request.getRequestDispatcher("/sign-in/leaving.xhtml").forward(request, response);
  }
}
