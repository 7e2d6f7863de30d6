package ai.chronom.m365.notification;

import ai.chronom.m365.verification.ChangeKind;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored {@link Rule}; there is one. */
@Entity
@Table(name = "notification_rule")
public class NotificationRule {
  static final int ONLY = 1;

  @Id
  @Column(name = "id")
  private int id;

  @Column(name = "quiet_from")
  private @Nullable String quietFrom;

  @Column(name = "quiet_to")
  private @Nullable String quietTo;

  @Column(name = "quiet_zone")
  private String quietZone;

  @Column(name = "urgent_passes")
  private boolean urgentPasses;

  @Version
  @Column(name = "version")
  private long version;

  @ElementCollection
  @CollectionTable(name = "notification_muted_kind", joinColumns = @JoinColumn(name = "rule_id"))
  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Set<ChangeKind> muted = new HashSet<>();

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected NotificationRule() {}

  void change(Rule rule) {
    QuietHours quiet = rule.quiet();
    quietFrom = quiet == null ? null : quiet.from().toString();
    quietTo = quiet == null ? null : quiet.to().toString();
    quietZone = quiet == null ? quietZone : quiet.zone().getId();
    urgentPasses = rule.urgentPasses();
    muted.clear();
    muted.addAll(rule.muted());
  }

  Rule rule() {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    kinds.addAll(muted);
    return new Rule(
        quietFrom == null || quietTo == null
            ? null
            : new QuietHours(
                LocalTime.parse(quietFrom), LocalTime.parse(quietTo), ZoneId.of(quietZone)),
        urgentPasses,
        kinds);
  }
}
