package ai.chronom.m365.notification;

import java.util.Locale;

/** How far a delivery has come. Names are stored: add, never rename. */
public enum DeliveryState {
  /** For its time, or for another try. */
  WAITING,
  SENT,
  /** Given up. */
  FAILED;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
