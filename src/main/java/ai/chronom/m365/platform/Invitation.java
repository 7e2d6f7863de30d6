package ai.chronom.m365.platform;

import java.time.Instant;

/** A password to hand over to a person, who replaces it at the first sign-in; told once. */
public record Invitation(String name, String oneTimePassword, Instant until) {
  /** Without the password. */
  @Override
  public String toString() {
    return "Invitation[" + name + ", until " + until + "]";
  }
}
