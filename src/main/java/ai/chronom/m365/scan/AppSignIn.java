package ai.chronom.m365.scan;

import java.time.Instant;

/** When an account last signed in to one app, as far as the sign-in log remembers. */
public record AppSignIn(String appId, Instant lastAt) {
  /** The service behind Power BI: its telemetry is nowhere else. */
  public static final String POWER_BI = "00000009-0000-0000-c000-000000000000";
}
