package ai.chronom.m365.license;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what a customer buys; Microsoft has other prices for each. */
public enum Segment {
  COMMERCIAL,
  EDUCATION,
  NONPROFIT,
  GOVERNMENT;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its word on the wire. */
  public static Optional<Segment> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
