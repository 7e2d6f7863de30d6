package ai.chronom.m365.verification;

import ai.chronom.m365.permission.PermissionType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A stored {@link ExcessPermission}. */
@Embeddable
public class ExcessRow {
  private static final int NAME_MAX_CHARS = 200;
  private static final int SERVICE_MAX_CHARS = 300;

  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "type")
  private PermissionType type;

  @Column(name = "role_id")
  private String roleId;

  @Column(name = "service")
  private String service;

  @Column(name = "consented")
  private boolean consented;

  @Enumerated(EnumType.STRING)
  @Column(name = "access_kind")
  private ExcessPermission.Access access;

  @Column(name = "used_for")
  private String usedFor;

  @Column(name = "remedy")
  private String remedy;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected ExcessRow() {}

  ExcessRow(ExcessPermission excess) {
    this.name = Text.fitting(excess.name(), NAME_MAX_CHARS);
    this.type = excess.type();
    this.roleId = excess.roleId();
    this.service = Text.fitting(excess.service(), SERVICE_MAX_CHARS);
    this.consented = excess.consented();
    this.access = excess.access();
    this.usedFor = excess.usedFor();
    this.remedy = Text.fitting(excess.remedy());
  }

  ExcessPermission excess() {
    return new ExcessPermission(name, roleId, type, service, consented, access, usedFor, remedy);
  }
}
