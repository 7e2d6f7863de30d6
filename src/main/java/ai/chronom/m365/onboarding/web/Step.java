package ai.chronom.m365.onboarding.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of the onboarding wizard, in order. */
public enum Step {
  REGISTER,
  PERMISSIONS,
  CONSENT,
  SECRET,
  CONNECT;

  static Optional<Step> find(String word) {
    return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
  }

  /** The word in the address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The last one is followed by itself. */
  Step next() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }
}
