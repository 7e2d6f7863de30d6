package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.ReturnAddress;
import ai.chronom.m365.platform.SingleSignOn;
import ai.chronom.m365.platform.Welcome;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where single sign-on begins, by a click on a page of ours, and where the identity provider sends
 * people back to.
 */
@WebServlet({SingleSignOnServlet.BEGIN, SingleSignOn.ANSWER, SingleSignOn.ENDED})
public class SingleSignOnServlet extends HttpServlet {
  static final String BEGIN = "/sign-in/sso";

  /** {@code none}: the person typed the address. */
  private static final Set<String> OWN_CLICKS = Set.of("same-origin", "none");

  @Inject transient SingleSignOn singleSignOn;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String path = request.getServletPath();
    if (path.equals(SingleSignOn.ENDED)) {
      request.getRequestDispatcher("/sign-in/ended.xhtml").forward(request, response);
    } else if (!singleSignOn.isOn()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (path.equals(BEGIN)) {
      begin(request, response);
    } else {
      end(request, response);
    }
  }

  /** No other site opens a session here behind somebody's back (ASVS 7.6.2). */
  private void begin(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OWN_CLICKS.contains(site)) {
      redirect(response, request.getContextPath() + "/login.xhtml");
      return;
    }
    Optional<URI> question =
        singleSignOn.begin(
            request,
            ReturnAddress.parse(request.getParameter("from")).orElse(ReturnAddress.HOME),
            request.getParameter("anew") != null);
    if (question.isPresent()) {
      redirect(response, question.get().toString());
    } else {
      refuse(request, response, Welcome.Reason.UNREACHABLE, "");
    }
  }

  private void end(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Welcome welcome = singleSignOn.end(request, response);
    if (welcome.refused() == null) {
      redirect(response, request.getContextPath() + welcome.to().path());
    } else {
      refuse(request, response, welcome.refused(), welcome.name());
    }
  }

  private static void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      Welcome.@Nullable Reason reason,
      String name)
      throws IOException, ServletException {
    response.setStatus(
        reason == Welcome.Reason.UNREACHABLE
            ? HttpServletResponse.SC_BAD_GATEWAY
            : HttpServletResponse.SC_FORBIDDEN);
    request.setAttribute("reason", reason == null ? "" : reason.word());
    request.setAttribute("visitor", name);
    request.getRequestDispatcher("/sign-in/refused.xhtml").forward(request, response);
  }

  private static void redirect(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
  }
}
