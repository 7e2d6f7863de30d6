package ai.chronom.m365.verification;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import ai.chronom.m365.tenant.TenantStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a completed verification found.
 *
 * @param verdicts one for each permission of the guide
 * @param secretExpiresOn the last day of the secret in use; null when not visible
 * @param graphRequests HTTP requests to Graph, the token's not counted
 * @param wholeView the directory could be seen as a whole: what is not in excess here is not there
 */
public record VerificationFindings(
    List<PermissionVerdict> verdicts,
    List<ExcessPermission> excess,
    List<RegistrationCheck> checks,
    @Nullable LocalDate secretExpiresOn,
    int graphRequests,
    boolean wholeView) {
  /** Checks without which the guide's promise to the tenant does not hold; others are advice. */
  private static final List<String> BINDING =
      List.of("licenses-in-this-tenant", "single-tenant", "enterprise-application-enabled");

  public VerificationOutcome outcome() {
    boolean needsAction =
        verdicts.stream().anyMatch(PermissionVerdict::needsAction)
            || excess.stream().anyMatch(ExcessPermission::breaksReadOnly)
            || checks.stream()
                .anyMatch(check -> check.isWrong() && BINDING.contains(check.check()));
    if (needsAction) {
      return VerificationOutcome.ACTION_REQUIRED;
    }
    return isBlind() ? VerificationOutcome.FAILED : VerificationOutcome.VERIFIED;
  }

  /** Graph was in such trouble that nothing can be said. */
  private boolean isBlind() {
    return verdicts.stream().allMatch(verdict -> verdict.effective() != Effective.YES)
        || verdicts.stream().anyMatch(verdict -> verdict.status() == PermissionStatus.UNKNOWN);
  }

  public TenantStatus tenantStatus() {
    return switch (outcome()) {
      case VERIFIED -> TenantStatus.VERIFIED;
      case ACTION_REQUIRED -> TenantStatus.ACTION_REQUIRED;
      case FAILED -> TenantStatus.UNREACHABLE;
    };
  }

  /** A consent may be on its way: looking again soon makes sense. */
  public boolean isConsentMissing() {
    return verdicts.stream()
        .anyMatch(verdict -> verdict.status() == PermissionStatus.CONSENT_MISSING);
  }

  /** Application roles of Microsoft Graph that tokens hold, the guide's and others. */
  public Set<String> grantedRoles() {
    Stream<String> ours =
        verdicts.stream()
            .filter(verdict -> verdict.consented() == Answer.YES)
            .map(PermissionVerdict::permission)
            .filter(permission -> permission.type() == PermissionType.APPLICATION)
            .map(GraphPermission::graphRole);
    Stream<String> others =
        excess.stream()
            .filter(each -> each.consented() && !each.usedFor().isEmpty())
            .map(ExcessPermission::name);
    return Stream.concat(ours, others).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a scan would bring something: users and licenses can be read. */
  public boolean isScannable() {
    return verdicts.stream()
        .anyMatch(
            verdict ->
                verdict.permission().equals(PermissionCatalog.DIRECTORY_READ_ALL)
                    && verdict.status() == PermissionStatus.GRANTED
                    && verdict.effective() == Effective.YES);
  }
}
