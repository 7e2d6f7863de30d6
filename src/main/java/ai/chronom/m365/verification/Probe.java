package ai.chronom.m365.verification;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.GraphPermission;

/**
 * A cheap request that only one permission of ours opens, and how to read what its service says.
 *
 * @param isAlone it cannot be part of a batch
 * @param despiteRole what a 403 means when the role is in the token
 * @param notFound what a 404 means
 * @param badRequest what another refusal with status 400 means
 */
record Probe(
    GraphPermission permission,
    String path,
    boolean isAlone,
    Effective despiteRole,
    Effective notFound,
    Effective badRequest) {

  /** The decision table of Graph's answers; whether the role is held decides about a refusal. */
  Effective effective(GraphAnswer answer, boolean held) {
    if (answer.refusal() == null) {
      return Effective.YES;
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

  /** Whether the answer says nothing about any permission, because the token itself failed. */
  static boolean isTokenTrouble(GraphAnswer answer) {
    return answer.refusal() == RefusalKind.TOKEN_REJECTED
        || answer.refusal() == RefusalKind.CREDENTIALS_REJECTED;
  }
}
