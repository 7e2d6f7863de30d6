package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Incidents;
import ai.chronom.m365.platform.ProblemDocument;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything that goes wrong below {@code /api} leaves as problem+json. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @Context
  @SuppressWarnings("NullAway.Init")
  UriInfo address;

  @Context
  @SuppressWarnings("NullAway.Init")
  Request request;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof RedirectionException redirection) {
      return redirection.getResponse();
    }
    String path = address.getRequestUri().getRawPath();
    Problem problem = Incidents.meet(thrown, request.getMethod() + " " + path);
    ProblemDocument document = new ProblemDocument(problem, path);
    Response.ResponseBuilder answer =
        Response.status(document.status())
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(document.toString());
    if (problem.kind() == ProblemKind.NOT_SIGNED_IN) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (thrown instanceof NotAllowedException refusal) {
      answer.header(HttpHeaders.ALLOW, refusal.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }
}
