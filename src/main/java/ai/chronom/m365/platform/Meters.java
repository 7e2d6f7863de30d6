package ai.chronom.m365.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The meters of this node. Beans inject the {@link MeterRegistry}; plain classes count by {@link
 * Metrics}, which reaches the same.
 */
@ApplicationScoped
public class Meters {
  /** What Prometheus asks for. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

  @PostConstruct
  void watchTheMachine() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbageCollection.bindTo(registry);
    Metrics.addRegistry(registry);
  }

  @PreDestroy
  void close() {
    Metrics.removeRegistry(registry);
    garbageCollection.close();
    registry.close();
  }

  // Not a proxied scope: a registry has no empty constructor.
  @Produces
  @Singleton
  MeterRegistry registry() {
    return registry;
  }

  /** All meters in Prometheus' text format 0.0.4. */
  public String text() {
    return registry.scrape(MEDIA_TYPE);
  }
}
