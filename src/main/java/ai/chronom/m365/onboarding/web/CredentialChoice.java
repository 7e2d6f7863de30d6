package ai.chronom.m365.onboarding.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the person in front of the wizard wants our app to prove itself. */
public enum CredentialChoice {
  CLIENT_SECRET,
  /** A certificate made here. */
  GENERATED,
  /** A certificate of their own. */
  UPLOAD;

  static Optional<CredentialChoice> find(String word) {
    return Arrays.stream(values()).filter(choice -> choice.word().equals(word)).findFirst();
  }

  /** The word in the address: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
