package ai.chronom.m365.verification;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionType;
import ai.chronom.m365.tenant.PortalLinks;

/**
 * Decides where one permission stands. Configured, consented and effective are three different
 * things: each is judged by what proves it, and a service in trouble never counts as a missing
 * permission (Microsoft Graph's error answers as of August 2026).
 */
final class PermissionJudge {
  private final Sight sight;
  private final Remedies remedies;
  private final String cloudId;

  PermissionJudge(Sight sight, PortalLinks links) {
    this.sight = sight;
    this.remedies = new Remedies(links);
    this.cloudId = links.cloud().id();
  }

  /** A delegated permission: only its grant can be seen. */
  PermissionVerdict judge(GraphPermission permission) {
    Answer consented = sight.consented(permission);
    PermissionStatus status =
        switch (consented) {
          case YES -> PermissionStatus.GRANTED;
          case UNKNOWN -> PermissionStatus.UNKNOWN;
          case NO -> missing(permission);
        };
    String evidence =
        "Delegated grant for everybody: "
            + consented.word()
            + (sight.isForSingleUsersOnly(permission) ? ", for single users only" : "")
            + ". It cannot be tried without a user.";
    return verdict(permission, Effective.NOT_VERIFIABLE, status, evidence);
  }

  /** An application permission, by the answer to its probe. */
  PermissionVerdict judge(Probe probe, GraphAnswer answer) {
    GraphPermission permission = probe.permission();
    Effective effective = probe.effective(answer, sight.holds(permission), cloudId);
    PermissionVerdict verdict =
        verdict(permission, effective, status(permission, answer), evidence(probe, answer));
    boolean ours = answer.leftUnasked() && sight.holds(permission);
    return ours ? verdict.with(remedies.leftUnasked()) : verdict;
  }

  private PermissionStatus status(GraphPermission permission, GraphAnswer answer) {
    if (Probe.isTokenTrouble(answer)) {
      return PermissionStatus.UNKNOWN;
    }
    if (sight.holds(permission) || answer.succeeded()) {
      return PermissionStatus.GRANTED;
    }
    return sight.consented(permission) == Answer.UNKNOWN
        ? PermissionStatus.UNKNOWN
        : missing(permission);
  }

  private PermissionStatus missing(GraphPermission permission) {
    Answer configured = sight.configured(permission);
    if (configured != Answer.YES && sight.hasTwin(permission)) {
      return PermissionStatus.WRONG_TYPE;
    }
    return configured == Answer.NO
        ? PermissionStatus.NOT_CONFIGURED
        : PermissionStatus.CONSENT_MISSING;
  }

  private PermissionVerdict verdict(
      GraphPermission permission, Effective effective, PermissionStatus status, String evidence) {
    boolean onItsWay =
        status == PermissionStatus.CONSENT_MISSING
            && permission.type() == PermissionType.APPLICATION
            && sight.assigned(permission) == Answer.YES;
    Remedies.Remedy remedy =
        onItsWay ? remedies.onItsWay() : remedies.of(permission, status, effective);
    return new PermissionVerdict(
        permission,
        sight.configured(permission),
        sight.consented(permission),
        effective,
        status,
        remedy.text(),
        remedy.link(),
        evidence);
  }

  private String evidence(Probe probe, GraphAnswer answer) {
    GraphPermission permission = probe.permission();
    String code = answer.errorCode().map(text -> " " + text).orElse("");
    String what = answer.status() == 0 ? "no answer" : String.valueOf(answer.status());
    String said = answer.leftUnasked() ? "not asked this time" : what + code;
    return "In the token: "
        + sight.claimed(permission).word()
        + ". Assigned: "
        + sight.assigned(permission).word()
        + ". GET "
        + probe.path()
        + ": "
        + said
        + ".";
  }
}
