package ai.chronom.m365.audit;

/** The audit trail cannot be written; whatever was to be done must not be done. */
public final class AuditBroken extends RuntimeException {
  AuditBroken(Throwable cause) {
    super("The audit trail cannot be written", cause);
  }
}
