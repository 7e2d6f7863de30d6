package ai.chronom.m365.job;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The database's clock as drivers hand it out: each has its own type for it. */
final class DatabaseTime {
  private DatabaseTime() {}

  static OffsetDateTime of(Object value) {
    if (value instanceof OffsetDateTime offset) {
      return offset;
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant().atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    throw new IllegalStateException("a database time expected, " + value.getClass() + " given");
  }
}
