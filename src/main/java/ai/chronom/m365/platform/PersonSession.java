package ai.chronom.m365.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A session of a person, on whichever node; without its row it opens nothing. */
@Entity
@Table(name = "person_session")
public class PersonSession {
  /** How exact the time of the latest request is: a row is not written at each. */
  private static final Duration GRAIN = Duration.ofMinutes(1);

  @Id
  @Column(name = "id_hash")
  private String idHash;

  @Column(name = "name")
  private String name;

  @Column(name = "begun_at")
  private OffsetDateTime begunAt;

  @Column(name = "seen_at")
  private OffsetDateTime seenAt;

  @Column(name = "browser")
  private String browser;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected PersonSession() {}

  PersonSession(SignedIn session, String browser, Instant now) {
    this.idHash = session.idHash();
    this.name = session.name();
    this.begunAt = session.since().atOffset(ZoneOffset.UTC);
    this.seenAt = now.atOffset(ZoneOffset.UTC);
    this.browser = browser;
  }

  void seen(Instant now) {
    if (!now.isBefore(seenAt().plus(GRAIN))) {
      this.seenAt = now.atOffset(ZoneOffset.UTC);
    }
  }

  /** Names it to the person; opens nothing. */
  public String idHash() {
    return idHash;
  }

  String name() {
    return name;
  }

  public Instant begunAt() {
    return begunAt.toInstant();
  }

  /** To the minute. */
  public Instant seenAt() {
    return seenAt.toInstant();
  }

  /** Such as Firefox on Linux. */
  public String browser() {
    return browser;
  }
}
