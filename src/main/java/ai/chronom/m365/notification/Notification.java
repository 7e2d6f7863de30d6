package ai.chronom.m365.notification;

import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people are told at one time about one tenant; each channel has a {@link Delivery} of it. */
@Entity
@Table(name = "notification")
public class Notification {
  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "tenant_id")
  private @Nullable String tenantId;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  @Column(name = "subject")
  private String subject;

  @Column(name = "is_urgent")
  private boolean urgent;

  @ElementCollection
  @CollectionTable(
      name = "notification_change",
      joinColumns = @JoinColumn(name = "notification_id"))
  @Column(name = "change_id")
  private Set<Long> changeIds = new TreeSet<>();

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Notification() {}

  /**
   * @param tenantId null for a test
   */
  Notification(
      @Nullable TenantId tenantId,
      String subject,
      boolean urgent,
      List<Long> changeIds,
      Instant now) {
    this.id = UUID.randomUUID().toString();
    this.tenantId = tenantId == null ? null : tenantId.toString();
    this.subject = subject;
    this.urgent = urgent;
    this.changeIds = new TreeSet<>(changeIds);
    this.createdAt = now.atOffset(ZoneOffset.UTC);
  }

  String id() {
    return id;
  }

  Optional<TenantId> tenantId() {
    return Optional.ofNullable(tenantId).map(UUID::fromString).map(TenantId::new);
  }

  Instant createdAt() {
    return createdAt.toInstant();
  }

  String subject() {
    return subject;
  }

  boolean isUrgent() {
    return urgent;
  }

  Set<Long> changeIds() {
    return Set.copyOf(changeIds);
  }
}
