package ai.chronom.m365.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long work has been waiting for a free node, in {@code /metrics}: the same on every node. */
@ApplicationScoped
public class JobGauges {
  @Inject MeterRegistry meters;
  @Inject Jobs jobs;

  private MultiGauge waiting;
  private MultiGauge age;

  /** For CDI's proxy; the container calls {@link #register()}. */
  @SuppressWarnings("NullAway.Init")
  public JobGauges() {}

  @PostConstruct
  void register() {
    waiting =
        MultiGauge.builder("chronom.jobs.waiting")
            .description("Jobs that are due and in nobody's hands")
            .register(meters);
    age =
        MultiGauge.builder("chronom.jobs.oldest.due")
            .description("How long the longest due job has been waiting for a node")
            .baseUnit("seconds")
            .register(meters);
  }

  void refresh() {
    List<MultiGauge.Row<?>> counts = new ArrayList<>();
    List<MultiGauge.Row<?>> ages = new ArrayList<>();
    for (JobKind kind : JobKind.values()) {
      Backlog backlog = jobs.backlog(kind);
      Tags tags = Tags.of("kind", kind.name().toLowerCase(Locale.ROOT));
      counts.add(MultiGauge.Row.of(tags, backlog.jobs()));
      ages.add(MultiGauge.Row.of(tags, backlog.age().toSeconds()));
    }
    waiting.register(counts, true);
    age.register(ages, true);
  }
}
