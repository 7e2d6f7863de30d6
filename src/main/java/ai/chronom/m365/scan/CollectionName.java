package ai.chronom.m365.scan;

import java.util.Locale;

/** What a scan can read; the words on the wire are lower-kebab. */
public enum CollectionName {
  ORGANIZATION,
  SUBSCRIBED_SKUS,
  SUBSCRIPTIONS,
  USERS,
  GROUPS,
  REPORT_ACTIVE_USERS;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
