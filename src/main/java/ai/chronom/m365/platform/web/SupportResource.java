package ai.chronom.m365.platform.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.platform.SupportBundle;
import ai.chronom.m365.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;

/** What support asks for first, for download. */
@Path("support")
@RequestScoped
@RolesAllowed(Role.ADMIN)
public class SupportResource {
  private static final String LIBRARIES = "/WEB-INF/lib/";

  /** Written by builds that are online. */
  static final String MATERIALS = "/WEB-INF/chronom-m365-sbom.json";

  private static final String ZIP = "application/zip";

  @Inject SupportBundle bundle;
  @Inject AuditTrail audit;
  @Inject SecurityContext security;

  @GET
  @Produces(ZIP)
  public Response bundle(@Context ServletContext server) {
    Actor actor = new Actor(security.getCallerPrincipal().getName());
    audit.recordNow(
        actor, AuditAction.REPORT_EXPORTED, null, Outcome.SUCCEEDED, "support-bundle.zip");
    return Response.ok(bundle.zip(build(server)), ZIP)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"support-bundle.zip\"")
        .build();
  }

  /** As the build wrote it: every library with its version, license and checksums. */
  @GET
  @Path("materials")
  @Produces(MediaType.APPLICATION_JSON)
  public Response materials(@Context ServletContext server) {
    InputStream materials = server.getResourceAsStream(MATERIALS);
    if (materials == null) {
      throw Problem.notFound("The bill of materials");
    }
    return Response.ok(materials, MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"chronom-m365-sbom.json\"")
        .build();
  }

  /** The list of materials of this version has the rest about each library. */
  private static String build(ServletContext server) {
    StringBuilder text = new StringBuilder("Version " + Build.version());
    text.append("\nServer ").append(server.getServerInfo());
    text.append("\nList of materials: chronom-m365-sbom.json of this version\nLibraries:\n");
    Set<String> libraries = server.getResourcePaths(LIBRARIES);
    if (libraries != null) {
      new TreeSet<>(libraries)
          .forEach(jar -> text.append("  ").append(jar.substring(LIBRARIES.length())).append('\n'));
    }
    return text.toString();
  }
}
