package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.AnswerHeaders;
import ai.chronom.m365.platform.Doorkeeper;
import ai.chronom.m365.platform.Refusal;
import ai.chronom.m365.platform.SameOrigin;
import ai.chronom.m365.platform.SessionCookie;
import ai.chronom.m365.problem.Correlation;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Headers on every answer; no writing that another site makes a browser send. */
public class HouseRules extends HttpFilter {
  @Inject transient Doorkeeper doorkeeper;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String before = Correlation.enter(AnswerHeaders.correlation(request));
    try {
      admit(request, response, chain);
    } finally {
      Correlation.enter(before);
    }
  }

  private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    AnswerHeaders.apply(request, response);
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && doorkeeper.turnsAway(request, response)) {
      return;
    }
    if (request.getDispatcherType() == DispatcherType.REQUEST && !SameOrigin.holds(request)) {
      Problem problem =
          new Problem(ProblemKind.ROLE_MISSING, "A page of another site may not write here.");
      Refusal.problem(request, response, problem, request.getRequestURI());
      return;
    }
    chain.doFilter(new HardSession(request, response), new OnePolicy(response));
    SessionCookie.harden(response);
  }

  /** A session that begins while the page is rendered must get its cookie right before that. */
  private static final class HardSession extends HttpServletRequestWrapper {
    private final HttpServletResponse response;

    HardSession(HttpServletRequest request, HttpServletResponse response) {
      super(request);
      this.response = response;
    }

    @Override
    public HttpSession getSession() {
      HttpSession session = super.getSession();
      SessionCookie.harden(response);
      return session;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
      HttpSession session = super.getSession(create);
      if (create) {
        SessionCookie.harden(response);
      }
      return session;
    }
  }

  /** Faces pages add their policy; two would mean that both must allow. */
  private static final class OnePolicy extends HttpServletResponseWrapper {
    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (name.equalsIgnoreCase(AnswerHeaders.POLICY)) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
