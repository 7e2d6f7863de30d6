package ai.chronom.m365.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification on its way by one channel: waits, is sent, or is given up. */
@Entity
@Table(name = "notification_delivery")
public class Delivery {
  private static final int REASON_MAX_CHARS = 500;
  private static final int TARGET_MAX_CHARS = 500;

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "notification_id")
  private String notificationId;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel")
  private Channel channel;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private DeliveryState state;

  @Column(name = "target")
  private String target;

  @Column(name = "due_at")
  private OffsetDateTime dueAt;

  @Column(name = "give_up_at")
  private OffsetDateTime giveUpAt;

  @Column(name = "attempts")
  private int attempts;

  @Column(name = "reason")
  private String reason;

  @Column(name = "ended_at")
  private @Nullable OffsetDateTime endedAt;

  @Column(name = "owner")
  private @Nullable String owner;

  @Column(name = "lease_until")
  private @Nullable OffsetDateTime leaseUntil;

  @Column(name = "fence")
  private long fence;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Delivery() {}

  Delivery(Notification notification, Channel channel, String target, Instant due) {
    this.id = UUID.randomUUID().toString();
    this.notificationId = notification.id();
    this.channel = channel;
    this.state = DeliveryState.WAITING;
    this.target = fitting(target, TARGET_MAX_CHARS);
    this.reason = "";
    waitUntil(due);
    this.giveUpAt = dueAt.plus(Retries.PATIENCE);
  }

  /** Somebody wants it once more, with fresh patience. */
  void again(Instant now) {
    if (state != DeliveryState.FAILED) {
      throw new IllegalStateException("FAILED expected, " + state + " given");
    }
    state = DeliveryState.WAITING;
    endedAt = null;
    attempts = 0;
    waitUntil(now);
    giveUpAt = dueAt.plus(Retries.PATIENCE);
  }

  void sent(Instant now) {
    attempts++;
    end(DeliveryState.SENT, "", now);
  }

  void failed(String why, Instant now) {
    attempts++;
    end(DeliveryState.FAILED, why, now);
  }

  void postponed(String why, Instant due) {
    attempts++;
    reason = fitting(why, REASON_MAX_CHARS);
    waitUntil(due);
    free();
  }

  private void end(DeliveryState how, String why, Instant now) {
    state = how;
    reason = fitting(why, REASON_MAX_CHARS);
    endedAt = now.atOffset(ZoneOffset.UTC);
    free();
  }

  private void free() {
    owner = null;
    leaseUntil = null;
  }

  private void waitUntil(Instant due) {
    dueAt = due.atOffset(ZoneOffset.UTC);
  }

  boolean isOwned(Parcel parcel, String node) {
    return fence == parcel.fence() && node.equals(owner) && state == DeliveryState.WAITING;
  }

  private static String fitting(String text, int maxChars) {
    String line = Notice.oneLine(text);
    return line.length() <= maxChars ? line : line.substring(0, maxChars);
  }

  String id() {
    return id;
  }

  Parcel parcel(Notification notification) {
    return new Parcel(id, fence, channel, attempts, giveUpAt.toInstant(), notification.isUrgent());
  }

  String notificationId() {
    return notificationId;
  }

  DeliveryState state() {
    return state;
  }

  DeliveryView view(Notification notification) {
    return new DeliveryView(
        id,
        notification.id(),
        notification.tenantId().orElse(null),
        notification.createdAt(),
        notification.subject(),
        channel,
        target,
        state,
        attempts,
        reason,
        state == DeliveryState.WAITING ? dueAt.toInstant() : null,
        endedAt == null ? null : endedAt.toInstant());
  }
}
