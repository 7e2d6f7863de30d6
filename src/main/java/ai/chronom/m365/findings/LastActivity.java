package ai.chronom.m365.findings;

import ai.chronom.m365.scan.AppUse;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CopilotUse;
import ai.chronom.m365.scan.ManagedDevice;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SignInActivity;
import ai.chronom.m365.scan.UserTraces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When an account was last used, by all sources that could be read for it.
 *
 * @param strong a person surely did something; null when no source says so
 * @param weak an attempt, or something automatic; null when no source says so
 * @param signInsRead whether Entra's sign-ins could be read
 * @param reportRead whether the active-user report has the account
 */
public record LastActivity(
    @Nullable Instant strong, @Nullable Instant weak, boolean signInsRead, boolean reportRead) {

  public static LastActivity of(ScannedUser user, UserTraces traces, Sources sources) {
    SignInActivity signIns = sources.signIns().known() ? user.signIns() : null;
    ServiceActivity activity = sources.activity().known() ? user.activity() : null;
    return new LastActivity(
        latest(
            latest(
                signIns == null ? null : signIns.lastSuccessful(),
                activity == null ? null : activity.latest().map(LastActivity::end).orElse(null)),
            traced(traces, sources)),
        signIns == null ? null : latest(signIns.lastInteractive(), signIns.lastNonInteractive()),
        signIns != null,
        activity != null);
  }

  /** Desktop and web apps, Copilot and a managed device leave a trace of their own. */
  private static @Nullable Instant traced(UserTraces traces, Sources sources) {
    Instant last = null;
    AppUse apps = traces.apps();
    if (apps != null && sources.known(CollectionName.REPORT_APPS)) {
      last = latest(last, endOf(apps.lastActive()));
    }
    CopilotUse copilot = traces.copilot();
    if (copilot != null && sources.known(CollectionName.REPORT_COPILOT)) {
      last = latest(last, endOf(copilot.lastActive()));
    }
    if (sources.known(CollectionName.MANAGED_DEVICES)) {
      for (ManagedDevice device : traces.devices()) {
        last = latest(last, device.lastSync());
      }
    }
    return last;
  }

  private static @Nullable Instant endOf(@Nullable LocalDate day) {
    return day == null ? null : end(day);
  }

  /** A report's day is over only at its end. */
  private static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** All dates that Entra has of an account. */
  static List<Instant> dates(SignInActivity signIns) {
    return Stream.of(
            signIns.lastSuccessful(), signIns.lastInteractive(), signIns.lastNonInteractive())
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  /** The latest of all; null when there is none. */
  public @Nullable Instant last() {
    return latest(strong, weak);
  }

  public ActivityState state(Instant now, int days) {
    Instant line = now.minus(Duration.ofDays(days));
    if (!signInsRead && !reportRead) {
      return ActivityState.UNKNOWN;
    }
    if (strong != null && !strong.isBefore(line)) {
      return ActivityState.ACTIVE;
    }
    if (weak != null && !weak.isBefore(line)) {
      return ActivityState.UNSURE;
    }
    return last() == null ? ActivityState.NEVER : ActivityState.INACTIVE;
  }
}
