package ai.chronom.m365.verification;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.tenant.TenantId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of one verification: queued, then running, then finished for good. */
@Entity
@Table(name = "verification")
public class Verification {
  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Enumerated(EnumType.STRING)
  @Column(name = "trigger_kind")
  private Trigger trigger;

  @Column(name = "requested_by")
  private String requestedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private VerificationState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome")
  private @Nullable VerificationOutcome outcome;

  @Column(name = "requested_at")
  private OffsetDateTime requestedAt;

  @Column(name = "started_at")
  private @Nullable OffsetDateTime startedAt;

  @Column(name = "finished_at")
  private @Nullable OffsetDateTime finishedAt;

  @Column(name = "graph_requests")
  private int graphRequests;

  @Embedded private @Nullable FailureNote failure;

  @ElementCollection
  @CollectionTable(
      name = "verification_permission",
      joinColumns = @JoinColumn(name = "verification_id"))
  private List<PermissionRow> permissions = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "verification_excess",
      joinColumns = @JoinColumn(name = "verification_id"))
  private List<ExcessRow> excess = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "verification_check", joinColumns = @JoinColumn(name = "verification_id"))
  private List<CheckRow> checks = new ArrayList<>();

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Verification() {}

  Verification(TenantId tenantId, Trigger trigger, Actor requestedBy, Instant now) {
    this.id = UUID.randomUUID().toString();
    this.tenantId = tenantId.toString();
    this.trigger = trigger;
    this.requestedBy = requestedBy.name();
    this.state = VerificationState.QUEUED;
    this.requestedAt = now.atOffset(ZoneOffset.UTC);
  }

  void start(Instant now) {
    demand(VerificationState.QUEUED);
    state = VerificationState.RUNNING;
    startedAt = now.atOffset(ZoneOffset.UTC);
  }

  void judged(List<PermissionVerdict> verdicts) {
    demand(VerificationState.RUNNING);
    verdicts.forEach(verdict -> permissions.add(new PermissionRow(verdict)));
  }

  /** Its permissions have been told before, by {@link #judged}. */
  void complete(VerificationFindings findings, Instant now) {
    finish(findings.outcome(), now);
    graphRequests = findings.graphRequests();
    findings.excess().forEach(each -> excess.add(new ExcessRow(each)));
    findings.checks().forEach(each -> checks.add(new CheckRow(each)));
  }

  void fail(Failure why, Instant now) {
    finish(VerificationOutcome.FAILED, now);
    failure = new FailureNote(why);
    FailedCheck.of(why).ifPresent(check -> checks.add(new CheckRow(check)));
  }

  private void finish(VerificationOutcome end, Instant now) {
    demand(VerificationState.RUNNING);
    state = VerificationState.FINISHED;
    outcome = end;
    finishedAt = now.atOffset(ZoneOffset.UTC);
  }

  private void demand(VerificationState expected) {
    if (state != expected) {
      throw new IllegalStateException(expected + " expected, " + state + " given");
    }
  }

  String id() {
    return id;
  }

  TenantId tenantId() {
    return new TenantId(UUID.fromString(tenantId));
  }

  VerificationHead head(long granted, long judged) {
    return new VerificationHead(
        id, outcome, requestedAt.toInstant(), instant(finishedAt), granted, judged);
  }

  Trigger trigger() {
    return trigger;
  }

  Actor requestedBy() {
    return new Actor(requestedBy);
  }

  VerificationResult result() {
    return new VerificationResult(
        id,
        tenantId(),
        trigger,
        requestedBy,
        state,
        requestedAt.toInstant(),
        instant(startedAt),
        instant(finishedAt),
        outcome,
        failure == null ? null : failure.failure().orElse(null),
        permissions.stream()
            .map(PermissionRow::verdict)
            .flatMap(Optional::stream)
            .sorted(
                Comparator.comparing(
                    verdict -> PermissionCatalog.all().indexOf(verdict.permission())))
            .toList(),
        excess.stream()
            .map(ExcessRow::excess)
            .sorted(Comparator.comparing(ExcessPermission::name))
            .toList(),
        checks.stream()
            .map(CheckRow::check)
            .sorted(Comparator.comparing(check -> RegistrationCheck.ORDER.indexOf(check.check())))
            .toList(),
        graphRequests);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
