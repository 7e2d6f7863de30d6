package ai.chronom.m365.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a list names its people. */
public enum MemberKind {
  ACCOUNT,
  DEPARTMENT,
  EMPLOYEE_TYPE;

  /** The word on the wire: lower-kebab. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its word on the wire. */
  public static Optional<MemberKind> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
