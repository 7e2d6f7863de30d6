package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's newest secure score.
 *
 * @param services in use, in Microsoft's words, such as {@code HasExchange}
 * @param controls what Microsoft checked, by name
 */
public record SecureScore(
    @Nullable Instant createdAt,
    @Nullable Double current,
    @Nullable Double max,
    long activeUsers,
    long licensedUsers,
    List<String> services,
    List<Control> controls) {
  public SecureScore {
    services = List.copyOf(services);
    controls = List.copyOf(controls);
  }

  /** One thing that Microsoft checked. */
  public record Control(String name, @Nullable String category, @Nullable Double score) {}
}
