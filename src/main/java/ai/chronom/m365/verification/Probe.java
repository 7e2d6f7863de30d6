package ai.chronom.m365.verification;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.GraphPermission;
import java.util.Set;

/**
 * A cheap request that only one permission of ours opens, and how to read what its service says.
 *
 * @param isAlone it cannot be part of a batch
 * @param despiteRole what a 403 means when the role is in the token
 * @param notFound what a 404 means
 * @param badRequest what another refusal with status 400 means
 * @param absentIn ids of the clouds in which Microsoft does not document the service
 */
record Probe(
    GraphPermission permission,
    String path,
    boolean isAlone,
    Effective despiteRole,
    Effective notFound,
    Effective badRequest,
    Set<String> absentIn) {

  /** The decision table of Graph's answers; whether the role is held decides about a refusal. */
  Effective effective(GraphAnswer answer, boolean held, String cloudId) {
    if (answer.refusal() == null) {
      return Effective.YES;
    }
    boolean refused = answer.status() >= 400 && answer.status() < 500;
    if (held && refused && isAbsentIn(cloudId) && saysNo(answer.refusal())) {
      return Effective.SERVICE_ABSENT;
    }
    return switch (answer.refusal()) {
      case LICENSE_MISSING -> Effective.LICENSE_MISSING;
      case SERVICE_ABSENT -> Effective.SERVICE_ABSENT;
      case NOT_PERMITTED -> held ? despiteRole : Effective.NO;
      case NOT_FOUND -> notFound;
      case OTHER -> answer.status() == 400 ? badRequest : Effective.UNKNOWN;
      case TOKEN_REJECTED, CREDENTIALS_REJECTED, THROTTLED, UNAVAILABLE, HOSTILE ->
          Effective.UNKNOWN;
    };
  }

  boolean isAbsentIn(String cloudId) {
    return absentIn.contains(cloudId);
  }

  private static boolean saysNo(RefusalKind kind) {
    return kind == RefusalKind.NOT_PERMITTED
        || kind == RefusalKind.NOT_FOUND
        || kind == RefusalKind.OTHER;
  }

  /** Whether the answer says nothing about any permission, because the token itself failed. */
  static boolean isTokenTrouble(GraphAnswer answer) {
    return answer.refusal() == RefusalKind.TOKEN_REJECTED
        || answer.refusal() == RefusalKind.CREDENTIALS_REJECTED;
  }
}
