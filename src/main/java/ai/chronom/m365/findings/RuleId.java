package ai.chronom.m365.findings;

import java.util.regex.Pattern;

/** Name of a rule of the catalog, {@code R01} to {@code R37}; stable, part of the contract. */
public record RuleId(String value) implements Comparable<RuleId> {
  private static final Pattern FORM = Pattern.compile("R[0-3][0-9]");

  public RuleId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("R01 to R37 expected, " + value + " given");
    }
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
