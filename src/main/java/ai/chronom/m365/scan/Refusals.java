package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.GraphWait;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.OptionalPermissions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a refusal of Graph means for the collection that met it, in words for the user. */
final class Refusals {
  private Refusals() {}

  /** Waiting helps. */
  static boolean passes(GraphRefused refused) {
    return refused.kind() == RefusalKind.THROTTLED || refused.kind() == RefusalKind.UNAVAILABLE;
  }

  /** Nothing else will be answered either. */
  static boolean endsTheScan(GraphRefused refused) {
    return refused.kind() == RefusalKind.CREDENTIALS_REJECTED
        || refused.kind() == RefusalKind.TOKEN_REJECTED;
  }

  /** The token has no such role, so nothing was asked. */
  static CollectionOutcome ungranted(GraphPermission permission) {
    return OptionalPermissions.contains(permission)
        ? CollectionOutcome.gap(
            CollectionState.NOT_GRANTED,
            permission.name() + " is optional and not granted. Nothing has to be done.")
        : CollectionOutcome.gap(
            CollectionState.NOT_PERMITTED, "Permission " + permission.name() + " is not granted.");
  }

  /**
   * @param stored whether some of its pages are stored already
   */
  static CollectionOutcome gap(GraphRefused refused, String permission, boolean stored) {
    return switch (refused.kind()) {
      case NOT_PERMITTED ->
          CollectionOutcome.gap(
              CollectionState.NOT_PERMITTED,
              "Microsoft Graph refused although "
                  + permission
                  + " seems granted; grant admin consent again and verify."
                  + said(refused));
      case LICENSE_MISSING ->
          CollectionOutcome.gap(
              CollectionState.LICENSE_MISSING,
              "The tenant lacks a license that Microsoft asks for." + said(refused));
      case SERVICE_ABSENT, NOT_FOUND ->
          CollectionOutcome.gap(
              CollectionState.SERVICE_ABSENT,
              "The tenant or its cloud does not offer this." + said(refused));
      default ->
          broken(
              passes(refused)
                  ? "Microsoft Graph did not answer after many tries." + said(refused)
                  : "Microsoft Graph's answer could not be used." + said(refused),
              stored);
    };
  }

  /**
   * Why a collection waits.
   *
   * @param told null when it waits for an answer
   */
  static String waiting(@Nullable GraphWait told, Duration time) {
    if (told == null) {
      return "Waiting for an answer of Microsoft Graph for " + time.toSeconds() + " seconds.";
    }
    String until = " until " + told.until().truncatedTo(ChronoUnit.SECONDS) + ".";
    return switch (told.reason()) {
      case THROTTLED -> "Microsoft Graph asks for patience" + until;
      case LIMIT_REACHED -> "Keeping below the limit of this service" + until;
      case OUTAGE -> "Microsoft Graph failed; tried again after a pause" + until;
    };
  }

  static CollectionOutcome broken(String reason, boolean stored) {
    return CollectionOutcome.gap(stored ? CollectionState.PARTIAL : CollectionState.FAILED, reason);
  }

  /** Status and code are Microsoft's vocabulary; its message could hold anything. */
  static String said(GraphRefused refused) {
    String status = refused.status() == 0 ? "no answer" : "HTTP " + refused.status();
    return refused
        .code()
        .map(code -> " (" + status + ", " + GraphText.clean(code, 80) + ")")
        .orElse(" (" + status + ")");
  }
}
