package ai.chronom.m365.scan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a user last used each service, by the active-user report of 180 days; null means "not in 180
 * days", which is not "never" (Graph {@code getOffice365ActiveUserDetail}).
 */
public record ServiceActivity(
    @Nullable LocalDate exchange,
    @Nullable LocalDate oneDrive,
    @Nullable LocalDate sharePoint,
    @Nullable LocalDate teams,
    @Nullable LocalDate yammer) {
  public Optional<LocalDate> latest() {
    return Stream.of(exchange, oneDrive, sharePoint, teams, yammer)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo);
  }
}
