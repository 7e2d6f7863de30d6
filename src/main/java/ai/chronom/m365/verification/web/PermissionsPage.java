package ai.chronom.m365.verification.web;

import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.web.AddressedTenant;
import ai.chronom.m365.verification.ExcessPermission;
import ai.chronom.m365.verification.Failure;
import ai.chronom.m365.verification.NextCheck;
import ai.chronom.m365.verification.PermissionStatus;
import ai.chronom.m365.verification.PermissionVerdict;
import ai.chronom.m365.verification.RegistrationCheck;
import ai.chronom.m365.verification.Trigger;
import ai.chronom.m365.verification.VerificationResult;
import ai.chronom.m365.verification.Verifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tenant's permissions: the newest verification live, the earlier ones as a list. */
@Named
@RequestScoped
public class PermissionsPage {
  private static final int HISTORY = 20;
  private static final Set<String> POLICY_SLUGS = Set.of("conditional-access", "device-policy");

  @Inject AddressedTenant addressed;
  @Inject Verifications verifications;
  @Inject Caller caller;
  @Inject Clock clock;

  private @Nullable Optional<VerificationResult> latest;
  private @Nullable Optional<VerificationResult> seen;
  private @Nullable Optional<NextCheck> nextCheck;
  private @Nullable List<Row> rows;

  public void verify() {
    caller.requireOperator();
    verifications.request(addressed.id(), caller.actor());
    Told.here(Texts.of("verification_permissions.message.requested"));
  }

  /** As far as it has come; null before the first. */
  public @Nullable VerificationResult getLatest() {
    if (latest == null) {
      latest = verifications.latest(addressed.id());
    }
    return latest.orElse(null);
  }

  /** Why the latest could not be carried out; null unless it failed. */
  public @Nullable Failure getFailure() {
    VerificationResult result = getLatest();
    return result == null ? null : result.failure();
  }

  /** Whether Entra refused, and somebody must act; otherwise the trouble passes by itself. */
  public boolean isRefused() {
    Failure failure = getFailure();
    return failure != null && !failure.remedyLink().isEmpty();
  }

  /** A policy for workload identities needs more explanation than a remedy. */
  public boolean isBlockedByPolicy() {
    Failure failure = getFailure();
    return failure != null && POLICY_SLUGS.contains(failure.slug());
  }

  /** Null while nothing is planned. */
  public @Nullable NextCheck getNextCheck() {
    if (nextCheck == null) {
      nextCheck = verifications.nextCheck(addressed.id());
    }
    return nextCheck.orElse(null);
  }

  /** Consent was missing, and is looked for again soon. */
  public boolean isWaiting() {
    NextCheck next = getNextCheck();
    return next != null && next.isRecheck();
  }

  /** When the next look is, in words; empty while one is under way or none is planned. */
  public String getNextCheckText() {
    NextCheck next = getNextCheck();
    if (next == null || isRunning()) {
      return "";
    }
    String when = until(Duration.between(clock.instant(), next.at()));
    return next.isRecheck()
        ? Texts.of("verification_next.recheck", when, next.recheck(), next.rechecks())
        : Texts.of("verification_next.usual", when);
  }

  private static String until(Duration wait) {
    if (wait.toSeconds() <= 0) {
      return Texts.of("verification_next.now");
    }
    if (wait.toSeconds() < 120) {
      return Texts.of("verification_next.seconds", wait.toSeconds());
    }
    return wait.toMinutes() < 120
        ? Texts.of("verification_next.minutes", wait.toMinutes())
        : Texts.of("verification_next.hours", wait.toHours());
  }

  /** The looks are over, and the consent has not shown. */
  public boolean isGivenUp() {
    VerificationResult result = getLatest();
    return result != null
        && result.trigger() == Trigger.RECHECK
        && result.isFinished()
        && !isWaiting()
        && result.permissions().stream()
            .anyMatch(verdict -> verdict.status() == PermissionStatus.CONSENT_MISSING);
  }

  public boolean isRunning() {
    VerificationResult result = getLatest();
    return result != null && !result.isFinished();
  }

  /** All fourteen, in the order of the guide. */
  public List<Row> getRows() {
    if (rows == null) {
      rows = PermissionCatalog.all().stream().map(this::row).toList();
    }
    return rows;
  }

  private Row row(GraphPermission permission) {
    VerificationResult result = getSeen();
    return result == null
        ? Row.notYet(permission, isRunning())
        : result.permissions().stream()
            .filter(verdict -> verdict.permission().equals(permission))
            .findFirst()
            .map(Row::of)
            .orElseGet(() -> Row.notYet(permission, isRunning()));
  }

  public long getGrantedCount() {
    return getRows().stream()
        .filter(row -> row.status().equals(PermissionStatus.GRANTED.word()))
        .count();
  }

  /** What the rows show: the latest, or when it failed, the last one that saw the tenant. */
  public @Nullable VerificationResult getSeen() {
    if (seen == null) {
      seen =
          getFailure() == null
              ? Optional.ofNullable(getLatest())
              : verifications.latestCompleted(addressed.id());
    }
    return seen.orElse(null);
  }

  /** The rows are older than the latest verification. */
  public boolean isOutdated() {
    return getFailure() != null && getSeen() != null;
  }

  /** Something asks for consent that nobody gave. */
  public boolean isConsentMissing() {
    return getRows().stream()
        .anyMatch(row -> row.status().equals(PermissionStatus.CONSENT_MISSING.word()));
  }

  /** As seen last; what a refused sign-in proves wrong stands in place of what was seen before. */
  public List<CheckRow> getChecks() {
    Map<String, RegistrationCheck> checks = new LinkedHashMap<>();
    for (VerificationResult result : Arrays.asList(getSeen(), getLatest())) {
      if (result != null) {
        result.registration().forEach(check -> checks.put(check.check(), check));
      }
    }
    return checks.values().stream().map(CheckRow::of).toList();
  }

  public List<ExcessPermission> getExcess() {
    VerificationResult result = getSeen();
    return result == null ? List.of() : result.excess();
  }

  /** The latest first. */
  public List<VerificationResult> getHistory() {
    return verifications.history(addressed.id(), new PageRequest(0, HISTORY)).items();
  }

  /** One permission with words for its states, whether it is judged already or not. */
  public record Row(
      GraphPermission permission,
      String status,
      String configured,
      String consented,
      String effective,
      String remedy,
      String remedyLink,
      String evidence) {
    static Row of(PermissionVerdict verdict) {
      return new Row(
          verdict.permission(),
          verdict.status().word(),
          verdict.configured().word(),
          verdict.consented().word(),
          verdict.effective().word(),
          verdict.remedy(),
          verdict.remedyLink(),
          verdict.evidence());
    }

    static Row notYet(GraphPermission permission, boolean running) {
      String word = running ? "verifying" : "unknown";
      return new Row(permission, word, "unknown", "unknown", "unknown", "", "", "");
    }
  }

  /** One check of the app registration with words for its state. */
  public record CheckRow(
      String title,
      String status,
      String expected,
      String found,
      String remedy,
      String remedyLink) {
    static CheckRow of(RegistrationCheck check) {
      return new CheckRow(
          Texts.of("verification_check." + check.check()),
          word(check.ok()),
          check.expected(),
          check.found(),
          check.remedy(),
          check.remedyLink());
    }

    private static String word(@Nullable Boolean ok) {
      if (ok == null) {
        return "not-visible";
      }
      return ok ? "ok" : "differs";
    }
  }
}
