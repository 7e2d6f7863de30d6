package ai.chronom.m365.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Where REST begins; the resources of all rooms are found by their {@code @Path}. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Chronom for Microsoft 365",
            version = "1",
            description =
                "Connect a Microsoft 365 tenant, verify what we may read, scan its licenses, and read"
                    + " where money is wasted. Roles: admin may do everything; operator may verify,"
                    + " scan, dismiss and set prices; viewer may read. A token may be"
                    + " restricted to some tenants; the others do not exist for it. Times are ISO 8601 in UTC."),
    security = @SecurityRequirement(name = "token"),
    components =
        @Components(
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = "token",
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    bearerFormat = "cht_…",
                    description = "An API token; POST /api/v1/tokens issues one.")))
public class RestApplication extends Application {
  /** Jersey would answer OPTIONS with a description of its own, in XML. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
