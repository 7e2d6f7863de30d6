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
  FAILED,
  /** The tenant did not grant what is optional. */
  NOT_GRANTED,
  /** Granted, but the operator did not ask for it. */
  SWITCHED_OFF;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Nothing more will come. */
  public boolean ended() {
    return this != PENDING && this != RUNNING && this != WAITING;
  }

  /** It was not read, and nothing is missing because of that. */
  public boolean optional() {
    return this == NOT_GRANTED || this == SWITCHED_OFF;
  }
}
