package ai.chronom.m365.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A list of people that a tenant's admin keeps. */
public enum PeopleList {
  /** Never to be touched: emergency access, executives. */
  PROTECTED,
  /** Away, and coming back. */
  ON_LEAVE,
  /** Works away from a desk, so that a frontline license is allowed and enough. */
  FRONTLINE,
  /** Left the company, or will: the last day on the list is that of work. */
  LEAVER;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its word on the wire. */
  public static Optional<PeopleList> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
