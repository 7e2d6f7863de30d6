package ai.chronom.m365.graph;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message that was posted. */
public sealed interface Posted {
  /** The other side has it. */
  record Accepted(int status) implements Posted {}

  /**
   * The other side answered, and not with success; a redirect is one of these.
   *
   * @param retryAfter how long it asks to wait; null when it does not say
   */
  record Refused(int status, @Nullable Duration retryAfter) implements Posted {}

  /** Nobody answered; why, in one sentence without the address. */
  record Unanswered(String reason) implements Posted {}

  /** It was not tried: the address is none that we call. */
  record Impossible(String reason) implements Posted {}
}
