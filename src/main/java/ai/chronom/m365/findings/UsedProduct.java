package ai.chronom.m365.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A product whose use no report of Graph tells, or not all of it. */
public enum UsedProduct {
  VISIO,
  PROJECT,
  POWER_BI;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its word on the wire. */
  public static Optional<UsedProduct> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
