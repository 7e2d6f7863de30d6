package ai.chronom.m365.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try to send. Reasons name no address and no secret. */
public sealed interface Attempt {
  /** The other side has it. */
  record Accepted() implements Attempt {}

  /**
   * Another try may bring it.
   *
   * @param asked the wait that the other side wants; null when it did not
   */
  record Postponed(String reason, @Nullable Duration asked) implements Attempt {}

  /** Trying again would bring the same. */
  record Rejected(String reason) implements Attempt {}
}
