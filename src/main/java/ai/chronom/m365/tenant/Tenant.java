package ai.chronom.m365.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A customer's Microsoft 365 tenant that was connected to us. It never holds the secret. */
@Entity
@Table(name = "tenant")
public class Tenant {
  public static final int NAME_MAX_CHARS = 200;

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "name")
  private String name;

  @Column(name = "application_id")
  private String applicationId;

  @Column(name = "cloud")
  private String cloudId;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private TenantStatus status;

  @Column(name = "status_since")
  private OffsetDateTime statusSince;

  @Column(name = "onboarded_at")
  private OffsetDateTime onboardedAt;

  @Version
  @Column(name = "version")
  private long version;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Tenant() {}

  public Tenant(TenantId id, String name, ApplicationId applicationId, Cloud cloud, Instant now) {
    this.id = id.toString();
    this.name = name;
    this.applicationId = applicationId.toString();
    this.cloudId = cloud.id();
    this.status = TenantStatus.VERIFYING;
    this.statusSince = now.atOffset(ZoneOffset.UTC);
    this.onboardedAt = statusSince;
  }

  public void rename(String newName) {
    this.name = newName;
  }

  /** Keeps the time of the last change: standing where one stood is no change. */
  public void stands(TenantStatus newStatus, Instant now) {
    if (status != newStatus) {
      status = newStatus;
      statusSince = now.atOffset(ZoneOffset.UTC);
    }
  }

  public TenantId id() {
    return new TenantId(UUID.fromString(id));
  }

  public String name() {
    return name;
  }

  public ApplicationId applicationId() {
    return new ApplicationId(UUID.fromString(applicationId));
  }

  public String cloudId() {
    return cloudId;
  }

  public TenantStatus status() {
    return status;
  }

  public Instant statusSince() {
    return statusSince.toInstant();
  }

  public Instant onboardedAt() {
    return onboardedAt.toInstant();
  }
}
