package ai.chronom.m365.job;

/** What can be due for a tenant. */
public enum JobKind {
  VERIFY,
  SCAN,
  EVALUATE
}
