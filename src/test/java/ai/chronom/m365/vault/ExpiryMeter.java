package ai.chronom.m365.vault;

import ai.chronom.m365.tenant.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads the meter inside the server: the tests' own side has no meters. */
@ApplicationScoped
public class ExpiryMeter {
  @Inject MeterRegistry meters;

  public double daysOf(TenantId tenantId) {
    return meters.get("chronom.secret.expiry").tag("tenant", tenantId.toString()).gauge().value();
  }
}
