package ai.chronom.m365.overview.web;

import ai.chronom.m365.overview.TenantStory;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.vault.ExpiryThreshold;
import ai.chronom.m365.vault.SecretState;
import java.time.LocalDate;
import java.util.Locale;

/** What is to be done next for a tenant, most urgent first. */
public enum NextStep {
  REPLACE_SECRET("bad", "#secret"),
  CHECK_CONNECTION("bad", "/permissions"),
  FIX_PERMISSIONS("warn", "/permissions"),
  RENEW_SECRET("warn", "#secret"),
  AWAIT_VERIFICATION("plain", ""),
  AWAIT_SCAN("plain", ""),
  START_SCAN("warn", "/scan"),
  READ_SAVINGS("good", "/savings");

  private final String tone;
  private final String path;

  NextStep(String tone, String path) {
    this.tone = tone;
    this.path = path;
  }

  static NextStep of(TenantStory story, LocalDate today) {
    TenantStatus status = story.tenant().status();
    SecretState secret = story.secret().map(held -> held.state(today)).orElse(SecretState.UNKNOWN);
    if (status == TenantStatus.CREDENTIAL_FAILED || secret == SecretState.EXPIRED) {
      return REPLACE_SECRET;
    }
    if (status == TenantStatus.VERIFYING) {
      return AWAIT_VERIFICATION;
    }
    if (status == TenantStatus.UNREACHABLE) {
      return CHECK_CONNECTION;
    }
    if (status == TenantStatus.ACTION_REQUIRED) {
      return FIX_PERMISSIONS;
    }
    return isPressing(story, today) ? RENEW_SECRET : afterScan(story);
  }

  /** From 60 days on the tenant's page tells; from 30 on it comes before everything else. */
  private static boolean isPressing(TenantStory story, LocalDate today) {
    return story
        .secret()
        .flatMap(held -> held.warning(today))
        .filter(threshold -> threshold.days() <= ExpiryThreshold.DAYS_30.days())
        .isPresent();
  }

  private static NextStep afterScan(TenantStory story) {
    boolean open = story.scan().filter(scan -> !scan.state().ended()).isPresent();
    if (story.savings().isPresent()) {
      return READ_SAVINGS;
    }
    return open || story.scan().filter(scan -> scan.state().completed()).isPresent()
        ? AWAIT_SCAN
        : START_SCAN;
  }

  /** The key of its texts: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String tone() {
    return tone;
  }

  /** Where it is done, after the tenant's address; empty when there is nothing to do but wait. */
  public String path() {
    return path;
  }

  public boolean needsSomebody() {
    return tone.equals("bad") || tone.equals("warn");
  }
}
