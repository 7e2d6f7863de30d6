package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How somebody is turned away outside of REST resources and pages. */
public final class Refusal {
  /** More than that of a refused body is not read: the connection ends instead. */
  private static final int DRAINED_MAX_BYTES = 65_536;

  private Refusal() {}

  public static void problem(
      HttpServletRequest request, HttpServletResponse response, Problem problem, String path)
      throws IOException {
    // With a body half read, WildFly does not take our answer for the whole answer, and logs an
    // error.
    request.getInputStream().readNBytes(DRAINED_MAX_BYTES);
    AnswerHeaders.apply(request, response);
    ProblemDocument document = new ProblemDocument(problem, path);
    byte[] body = document.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(document.status());
    if (problem.kind() == ProblemKind.NOT_SIGNED_IN) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  static void toLogin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    redirect(
        request,
        response,
        ReturnAddress.of(request).orElse(ReturnAddress.HOME).login(request.getContextPath()));
  }

  /**
   * To another page, also out of a partial request.
   *
   * @param address within this server, encoded
   */
  static void redirect(HttpServletRequest request, HttpServletResponse response, String address)
      throws IOException {
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml");
      response.setCharacterEncoding("UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + address
                  + "\"/></partial-response>");
    } else {
      // An absolute address would repeat the Host header, which the caller chooses.
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", address);
    }
    response.flushBuffer();
  }
}
