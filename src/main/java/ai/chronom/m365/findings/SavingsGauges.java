package ai.chronom.m365.findings;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What could be saved in all tenants, in {@code /metrics}: the same on every node. */
@ApplicationScoped
public class SavingsGauges {
  private static final long BETWEEN_NANOS = 60_000_000_000L;

  @Inject MeterRegistry meters;
  @Inject Evaluations evaluations;

  private MultiGauge monthly;
  private long nextNanos = System.nanoTime();

  /** For CDI's proxy; the container calls {@link #register()}. */
  @SuppressWarnings("NullAway.Init")
  public SavingsGauges() {}

  @PostConstruct
  void register() {
    monthly =
        MultiGauge.builder("chronom.savings.monthly")
            .description("Savings per month that the newest evaluations of all tenants found")
            .register(meters);
  }

  /** Once a minute, however often it is called. */
  synchronized void refresh() {
    long now = System.nanoTime();
    if (now - nextNanos < 0) {
      return;
    }
    nextNanos = now + BETWEEN_NANOS;
    List<MultiGauge.Row<?>> rows =
        evaluations.monthly().entrySet().stream()
            .<MultiGauge.Row<?>>map(
                sum -> MultiGauge.Row.of(Tags.of("currency", sum.getKey()), sum.getValue()))
            .toList();
    monthly.register(rows, true);
  }

  /** After the next tick they are read anew. */
  synchronized void expire() {
    nextNanos = System.nanoTime();
  }
}
