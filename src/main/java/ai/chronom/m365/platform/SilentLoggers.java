package ai.chronom.m365.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps secrets out of the log whatever level an operator sets: Faces writes each submitted value,
 * passwords and client secrets among them, from level FINE on (seen with Mojarra 4.0.0).
 */
@Singleton
@Startup
public class SilentLoggers {
  private static final Filter NO_VALUES =
      entry -> entry.getLevel().intValue() >= Level.INFO.intValue();

  /** Held, lest the log manager forgets their filters. */
  private final List<Logger> loggers =
      Stream.of("renderkit", "component", "lifecycle", "context", "application")
          .map(part -> Logger.getLogger("jakarta.enterprise.resource.webcontainer.faces." + part))
          .toList();

  @PostConstruct
  void silence() {
    loggers.forEach(logger -> logger.setFilter(NO_VALUES));
  }

  /** The loggers belong to the server, not to us. */
  @PreDestroy
  void restore() {
    loggers.forEach(logger -> logger.setFilter(null));
  }
}
