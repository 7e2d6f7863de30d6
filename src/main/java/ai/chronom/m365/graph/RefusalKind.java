package ai.chronom.m365.graph;

/** Why Graph did not give what was asked for, as far as its answer tells. */
public enum RefusalKind {
  /** The role is missing, or was taken away: 403 with a permission code. */
  NOT_PERMITTED,
  /** The tenant lacks the license, such as Entra ID P1. */
  LICENSE_MISSING,
  /** The tenant does not use the service, such as Intune or SharePoint. */
  SERVICE_ABSENT,
  /** The token is no longer accepted, even a fresh one. */
  TOKEN_REJECTED,
  /** Entra refused to issue a token: secret, application or tenant trouble. */
  CREDENTIALS_REJECTED,
  /** Still throttled after all tries. */
  THROTTLED,
  /** 5xx, time-outs or no connection after all tries. */
  UNAVAILABLE,
  /** The address, size or content of the answer broke a safety rule. */
  HOSTILE,
  /** 404: not in this cloud or not at all. */
  NOT_FOUND,
  /** Any other error answer. */
  OTHER
}
