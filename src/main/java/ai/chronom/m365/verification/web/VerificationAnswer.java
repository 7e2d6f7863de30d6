package ai.chronom.m365.verification.web;

import ai.chronom.m365.permission.PermissionType;
import ai.chronom.m365.verification.Answer;
import ai.chronom.m365.verification.Effective;
import ai.chronom.m365.verification.ExcessPermission;
import ai.chronom.m365.verification.Failure;
import ai.chronom.m365.verification.NextCheck;
import ai.chronom.m365.verification.PermissionStatus;
import ai.chronom.m365.verification.PermissionVerdict;
import ai.chronom.m365.verification.RegistrationCheck;
import ai.chronom.m365.verification.Trigger;
import ai.chronom.m365.verification.VerificationOutcome;
import ai.chronom.m365.verification.VerificationResult;
import ai.chronom.m365.verification.VerificationState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification on the wire; members that have no value yet are left out. */
public record VerificationAnswer(
    String id,
    Trigger trigger,
    String requestedBy,
    VerificationState state,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable VerificationOutcome outcome,
    @Nullable Failure failure,
    List<PermissionAnswer> permissions,
    List<ExcessPermission> excess,
    List<RegistrationCheck> registration,
    int graphRequests,
    @Nullable NextCheck nextCheck) {

  static VerificationAnswer of(VerificationResult result) {
    return of(result, null);
  }

  /**
   * @param nextCheck told with the latest one only
   */
  static VerificationAnswer of(VerificationResult result, @Nullable NextCheck nextCheck) {
    return new VerificationAnswer(
        result.id(),
        result.trigger(),
        result.requestedBy(),
        result.state(),
        result.requestedAt(),
        result.startedAt(),
        result.finishedAt(),
        result.outcome(),
        result.failure(),
        result.permissions().stream().map(PermissionAnswer::of).toList(),
        result.excess(),
        result.registration(),
        result.graphRequests(),
        nextCheck);
  }

  /** One permission on the wire. */
  public record PermissionAnswer(
      String name,
      String graphRole,
      UUID roleId,
      PermissionType type,
      Answer configured,
      Answer consented,
      Effective effective,
      PermissionStatus status,
      String remedy,
      String remedyLink,
      String evidence) {
    static PermissionAnswer of(PermissionVerdict verdict) {
      return new PermissionAnswer(
          verdict.permission().name(),
          verdict.permission().graphRole(),
          verdict.permission().roleId(),
          verdict.permission().type(),
          verdict.configured(),
          verdict.consented(),
          verdict.effective(),
          verdict.status(),
          verdict.remedy(),
          verdict.remedyLink(),
          verdict.evidence());
    }
  }
}
