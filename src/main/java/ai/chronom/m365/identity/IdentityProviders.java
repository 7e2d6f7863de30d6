package ai.chronom.m365.identity;

import ai.chronom.m365.graph.IdentityWire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes the one that the configuration names. */
@ApplicationScoped
public class IdentityProviders {
  @Inject IdentityWire wire;
  @Inject Clock clock;

  public IdentityProvider with(OidcSettings settings) {
    return new IdentityProvider(settings, new Sender(wire), clock);
  }
}
