package ai.chronom.m365.scan;

import java.util.Locale;

/** How far a scan came; the words on the wire are lower-kebab. */
public enum ScanState {
  QUEUED,
  RUNNING,
  /** Interrupted by trouble at Microsoft's end or by throttling; goes on by itself. */
  WAITING,
  COMPLETED,
  /** Ended, but a permission, a license or an answer was missing for something. */
  COMPLETED_WITH_GAPS,
  FAILED,
  CANCELLED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Nothing more will happen. */
  public boolean ended() {
    return this != QUEUED && this != RUNNING && this != WAITING;
  }

  /** It left a snapshot. */
  public boolean completed() {
    return this == COMPLETED || this == COMPLETED_WITH_GAPS;
  }
}
