package ai.chronom.m365.audit;

/**
 * Who acts: a signed-in person, an API token, or the system itself.
 *
 * @param name the account's name, {@code token:<name>} or {@code system}
 */
public record Actor(String name) {
  /** Timers and start-up. */
  public static final Actor SYSTEM = new Actor("system");
}
