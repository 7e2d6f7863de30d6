package ai.chronom.m365.graph;

import java.time.Instant;

/** What a connection waits for at this moment, before it asks or asks again. */
public record GraphWait(Reason reason, Instant until) {
  /** Why. */
  public enum Reason {
    /** Microsoft asked for patience. */
    THROTTLED,
    /** Our own count says that the service's limit is reached. */
    LIMIT_REACHED,
    /** The last try failed. */
    OUTAGE
  }
}
