package ai.chronom.m365.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This running server, as the other nodes see it: a new name at every start. */
@ApplicationScoped
public class Node {
  private final String name = UUID.randomUUID().toString();

  @Inject
  @ConfigProperty(name = "chronom.lease.duration", defaultValue = "PT1M")
  Duration leaseDuration;

  private volatile boolean working;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** From now on this node takes jobs: what they need, above all the vault, is there. */
  public void beginWork() {
    working = true;
  }

  /**
   * Takes no more jobs, whatever happens: the server stops.
   *
   * @return whether that is news
   */
  boolean endWork() {
    return stopping.compareAndSet(false, true);
  }

  boolean isWorking() {
    return working && !stopping.get();
  }

  public String name() {
    return name;
  }

  public Duration leaseDuration() {
    return leaseDuration;
  }
}
