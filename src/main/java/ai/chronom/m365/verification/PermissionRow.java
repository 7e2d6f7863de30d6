package ai.chronom.m365.verification;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

/** A stored {@link PermissionVerdict}. */
@Embeddable
public class PermissionRow {
  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "configured")
  private Answer configured;

  @Enumerated(EnumType.STRING)
  @Column(name = "consented")
  private Answer consented;

  @Enumerated(EnumType.STRING)
  @Column(name = "effective")
  private Effective effective;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private PermissionStatus status;

  @Column(name = "remedy")
  private String remedy;

  @Column(name = "remedy_link")
  private String remedyLink;

  @Column(name = "evidence")
  private String evidence;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected PermissionRow() {}

  PermissionRow(PermissionVerdict verdict) {
    this.name = verdict.permission().name();
    this.configured = verdict.configured();
    this.consented = verdict.consented();
    this.effective = verdict.effective();
    this.status = verdict.status();
    this.remedy = Text.fitting(verdict.remedy());
    this.remedyLink = Text.fitting(verdict.remedyLink());
    this.evidence = Text.fitting(verdict.evidence());
  }

  /** Empty when the guide no longer asks for that permission. */
  Optional<PermissionVerdict> verdict() {
    return PermissionCatalog.all().stream()
        .filter(permission -> permission.name().equals(name))
        .findFirst()
        .map(this::verdict);
  }

  private PermissionVerdict verdict(GraphPermission permission) {
    return new PermissionVerdict(
        permission, configured, consented, effective, status, remedy, remedyLink, evidence);
  }
}
