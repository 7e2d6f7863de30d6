package ai.chronom.m365.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Where REST begins; the resources of all rooms are found by their {@code @Path}. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {
  /** Jersey would answer OPTIONS with a description of its own, in XML. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
