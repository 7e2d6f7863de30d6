package ai.chronom.m365.scan.web;

import ai.chronom.m365.scan.CollectionView;
import ai.chronom.m365.scan.PermissionYield;
import ai.chronom.m365.scan.ScanPace;
import ai.chronom.m365.scan.ScanView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A scan on the wire.
 *
 * @param percent 0 to 100
 * @param startedAt ISO 8601; null while queued
 * @param finishedAt ISO 8601; null while open
 * @param itemsPerSecond on average since the start; null when it does not run
 * @param estimatedEnd ISO 8601; null when it does not run, or too little is done to say
 */
public record ScanAnswer(
    String id,
    String state,
    int percent,
    @Nullable String reason,
    List<CollectionAnswer> collections,
    List<PermissionAnswer> permissions,
    String requestedAt,
    @Nullable String startedAt,
    @Nullable String finishedAt,
    long graphRequests,
    @Nullable Long itemsPerSecond,
    @Nullable String estimatedEnd) {

  /**
   * One collection of it.
   *
   * @param percent null when its size is unknown
   */
  public record CollectionAnswer(
      String name,
      String permission,
      String feeds,
      String state,
      long items,
      long pages,
      @Nullable Integer percent,
      long warnings,
      @Nullable String reason,
      @Nullable String asOf) {
    static CollectionAnswer of(CollectionView view) {
      OptionalInt percent = view.percent();
      return new CollectionAnswer(
          view.name().word(),
          view.permission(),
          view.feeds(),
          view.state().word(),
          view.items(),
          view.pages(),
          percent.isPresent() ? percent.getAsInt() : null,
          view.warnings(),
          view.reason(),
          text(view.asOf()));
    }
  }

  /**
   * What one permission brought.
   *
   * @param purpose what it is asked for, in one sentence
   * @param items rows of all its collections
   * @param asOf the newest day that its data speaks of; null when no source says so
   * @param collections names of those that need it
   */
  public record PermissionAnswer(
      String name,
      String purpose,
      String state,
      long items,
      @Nullable String asOf,
      List<String> collections) {
    static PermissionAnswer of(PermissionYield brought) {
      return new PermissionAnswer(
          brought.permission().name(),
          brought.permission().purpose(),
          brought.state().word(),
          brought.items(),
          text(brought.asOf()),
          brought.collections().stream().map(each -> each.name().word()).toList());
    }
  }

  static ScanAnswer of(ScanView view, Instant now) {
    Optional<ScanPace> pace = view.pace(now);
    return new ScanAnswer(
        Long.toString(view.id()),
        view.state().word(),
        view.percent(),
        view.reason(),
        view.collections().stream().map(CollectionAnswer::of).toList(),
        view.permissions().stream().map(PermissionAnswer::of).toList(),
        view.requestedAt().toString(),
        text(view.startedAt()),
        text(view.finishedAt()),
        view.graphRequests(),
        pace.map(ScanPace::itemsPerSecond).orElse(null),
        pace.map(running -> text(running.endsAt())).orElse(null));
  }

  private static @Nullable String text(@Nullable Object time) {
    return time == null ? null : time.toString();
  }
}
