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
import ai.chronom.m365.verification.PermissionStatus;
import ai.chronom.m365.verification.PermissionVerdict;
import ai.chronom.m365.verification.RegistrationCheck;
import ai.chronom.m365.verification.VerificationResult;
import ai.chronom.m365.verification.Verifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's permissions: the newest verification live, the earlier ones as a list. */
@Named
@RequestScoped
public class PermissionsPage {
  private static final int HISTORY = 20;

  @Inject AddressedTenant addressed;
  @Inject Verifications verifications;
  @Inject Caller caller;

  private @Nullable Optional<VerificationResult> latest;
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

  /** What Microsoft's support asks for; empty when nothing failed. */
  public String getFailureIds() {
    VerificationResult result = getLatest();
    Failure failure = result == null ? null : result.failure();
    if (failure == null) {
      return "";
    }
    return Stream.of(
            failure.code(),
            named("traceId", failure.traceId()),
            named("correlationId", failure.correlationId()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private static @Nullable String named(String kind, @Nullable String id) {
    return id == null ? null : Texts.of("general.ids." + kind, id);
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
    VerificationResult result = getLatest();
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

  public List<CheckRow> getChecks() {
    VerificationResult result = getLatest();
    return result == null ? List.of() : result.registration().stream().map(CheckRow::of).toList();
  }

  public List<ExcessPermission> getExcess() {
    VerificationResult result = getLatest();
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
