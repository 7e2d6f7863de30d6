package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Readiness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Warns before a disk of this node is full: where temporary files, the key file, the event log and
 * the embedded database lie. PostgreSQL's own disk is PostgreSQL's to watch (ADR 076).
 */
@ApplicationScoped
public class DiskReadiness implements Readiness {
  @Inject
  @ConfigProperty(name = "chronom.disk.least-free-mib", defaultValue = "512")
  long leastFreeMib;

  @Inject
  @ConfigProperty(name = "chronom.vault.key-file")
  Optional<String> keyFile;

  @Inject
  @ConfigProperty(name = EventLog.KEY)
  Optional<String> eventsFile;

  @Inject MeterRegistry meters;

  private List<File> places = List.of();

  @PostConstruct
  void register() {
    Stream<File> files =
        Stream.of(keyFile, eventsFile)
            .flatMap(Optional::stream)
            .map(name -> new File(name).getAbsoluteFile().getParentFile());
    places =
        Stream.concat(Stream.of(new File(System.getProperty("java.io.tmpdir"))), files)
            .distinct()
            .toList();
    Gauge.builder("chronom.disk.free", () -> least())
        .description("Free space where there is least, of the places that this node writes")
        .baseUnit("bytes")
        .register(meters);
  }

  /** Being told makes this bean, and so its meter, when the server starts. */
  void start(@Observes Startup event) {}

  private double least() {
    return places.stream().mapToLong(File::getUsableSpace).min().orElse(0);
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.empty();
  }

  @Override
  public Optional<String> warning() {
    return places.stream()
        .filter(place -> place.getUsableSpace() >> 20 < leastFreeMib)
        .findFirst()
        .map(
            place ->
                "less than "
                    + leastFreeMib
                    + " MiB are free in "
                    + place
                    + " (chronom.disk.least-free-mib)");
  }
}
