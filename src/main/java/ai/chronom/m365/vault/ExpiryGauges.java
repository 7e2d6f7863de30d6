package ai.chronom.m365.vault;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * Days until each tenant's secret ends, in {@code /metrics}: labeled with the tenant's id, which is
 * no personal data, and only for the thousand that end first, so that the number of series is
 * bounded.
 */
@ApplicationScoped
public class ExpiryGauges {
  static final int TENANTS_MAX = 1_000;

  @Inject MeterRegistry meters;
  @Inject ExpiryWatch watch;

  private MultiGauge days;

  /** For CDI's proxy; the container calls {@link #register()}. */
  @SuppressWarnings("NullAway.Init")
  public ExpiryGauges() {}

  @PostConstruct
  void register() {
    days =
        MultiGauge.builder("chronom.secret.expiry")
            .description("Days until the tenant's client secret or certificate ends")
            .baseUnit("days")
            .register(meters);
  }

  /** Tenants that left, and secrets that were replaced, are gone from it. */
  void refresh(LocalDate today) {
    List<MultiGauge.Row<?>> rows =
        watch.endingBy(LocalDate.MAX.withYear(9999), TENANTS_MAX).stream()
            .<MultiGauge.Row<?>>map(
                secret ->
                    MultiGauge.Row.of(
                        Tags.of("tenant", secret.tenantId().toString()), secret.daysLeft(today)))
            .toList();
    days.register(rows, true);
  }
}
