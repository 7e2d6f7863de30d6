package ai.chronom.m365.verification;

import ai.chronom.m365.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verification as far as it has come.
 *
 * @param requestedBy an account, a token or the system
 * @param startedAt null while queued
 * @param finishedAt null until it ended
 * @param outcome null until it ended
 * @param failure null unless it failed
 * @param permissions those judged so far, in the order of the guide
 * @param graphRequests HTTP requests to Graph; 0 until it ended
 */
public record VerificationResult(
    String id,
    TenantId tenantId,
    Trigger trigger,
    String requestedBy,
    VerificationState state,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable VerificationOutcome outcome,
    @Nullable Failure failure,
    List<PermissionVerdict> permissions,
    List<ExcessPermission> excess,
    List<RegistrationCheck> registration,
    int graphRequests) {
  public VerificationResult {
    permissions = List.copyOf(permissions);
    excess = List.copyOf(excess);
    registration = List.copyOf(registration);
  }

  public boolean isFinished() {
    return state == VerificationState.FINISHED;
  }
}
