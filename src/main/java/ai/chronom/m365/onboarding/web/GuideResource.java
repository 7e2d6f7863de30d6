package ai.chronom.m365.onboarding.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.onboarding.Guide;
import ai.chronom.m365.onboarding.ScriptKind;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;

/** The onboarding guide as data, and as scripts. */
@Path("guide")
@RequestScoped
@RolesAllowed({Role.ADMIN, Role.OPERATOR, Role.VIEWER})
public class GuideResource {
  @Inject Guide guide;
  @Inject Clouds clouds;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public GuideAnswer guide() {
    return GuideAnswer.of(guide, clouds);
  }

  @GET
  @Path("scripts/{kind}")
  @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
  public Response script(
      @PathParam("kind") String kindWord,
      @QueryParam("cloud") @DefaultValue(Clouds.DEFAULT_ID) String cloudId) {
    ScriptKind kind = ScriptKind.find(kindWord).orElseThrow(() -> Problem.notFound("The script"));
    Cloud cloud = clouds.find(cloudId).orElseThrow(this::unknownCloud);
    return Response.ok(guide.script(kind, cloud))
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + kind.fileName() + "\"")
        .build();
  }

  private Problem unknownCloud() {
    return Problem.invalid(
        "cloud",
        "This cloud is unknown; known are: "
            + clouds.all().stream().map(Cloud::id).collect(Collectors.joining(", "))
            + ".");
  }
}
