package ai.chronom.m365.notification;

import java.util.Locale;

/** What a webhook is sent. */
public enum WebhookFormat {
  /** Our own, for programs. */
  JSON,
  /** An Adaptive Card, as workflows of Microsoft Teams take it. */
  TEAMS;

  /** As the configuration says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
