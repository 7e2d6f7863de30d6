package ai.chronom.m365.platform.web;

import ai.chronom.m365.platform.Incidents;
import ai.chronom.m365.platform.ProblemDocument;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that goes wrong below {@code /api} leaves as problem+json. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @Context
  @SuppressWarnings("NullAway.Init")
  UriInfo address;

  @Context
  @SuppressWarnings("NullAway.Init")
  Request request;

  @Context
  @SuppressWarnings("NullAway.Init")
  ResourceInfo resource;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof RedirectionException redirection) {
      return redirection.getResponse();
    }
    String path = address.getRequestUri().getRawPath();
    Problem problem = withRoles(Incidents.meet(thrown, request.getMethod() + " " + path));
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

  /** Which role is missing helps more than that one is. */
  private Problem withRoles(Problem problem) {
    Optional<RolesAllowed> allowed = allowed();
    if (problem.kind() != ProblemKind.ROLE_MISSING || allowed.isEmpty()) {
      return problem;
    }
    String roles = String.join(" or ", allowed.get().value());
    return new Problem(
        ProblemKind.ROLE_MISSING,
        "This needs the role " + roles + ". Ask an administrator.",
        List.of(),
        Map.of("roles", roles));
  }

  /** Empty also before a resource was found. */
  private Optional<RolesAllowed> allowed() {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
        .or(
            () ->
                Optional.ofNullable(resource.getResourceClass().getAnnotation(RolesAllowed.class)));
  }
}
