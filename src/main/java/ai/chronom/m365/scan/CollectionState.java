package ai.chronom.m365.scan;

import java.util.Locale;

/** How far one collection of a scan came. */
public enum CollectionState {
  PENDING,
  RUNNING,
  WAITING,
  COMPLETE,
  PARTIAL,
  NOT_PERMITTED,
  LICENSE_MISSING,
  SERVICE_ABSENT,
  NAMES_CONCEALED,
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Nothing more will come. */
  public boolean ended() {
    return this != PENDING && this != RUNNING && this != WAITING;
  }
}
