package ai.chronom.m365.verification;

import java.util.Locale;

/** How far a verification has come. */
public enum VerificationState {
  /** Asked for; a node takes it within seconds. */
  QUEUED,
  RUNNING,
  FINISHED;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
