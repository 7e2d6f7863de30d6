package ai.chronom.m365.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This running server, as the other nodes see it: a new name at every start. */
@ApplicationScoped
public class Node {
  private final String name = UUID.randomUUID().toString();

  @Inject
  @ConfigProperty(name = "chronom.lease.duration", defaultValue = "PT1M")
  Duration leaseDuration;

  public String name() {
    return name;
  }

  public Duration leaseDuration() {
    return leaseDuration;
  }
}
