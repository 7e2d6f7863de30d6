package ai.chronom.m365.verification;

/**
 * A change that is not written down yet.
 *
 * @param subject such as a permission's name; empty when the kind says it all
 * @param before a word or a value; empty when there was none
 * @param remedy what to click; empty when nothing is to be done
 */
public record Change(
    ChangeKind kind,
    String subject,
    String before,
    String after,
    String remedy,
    String remedyLink) {
  /** A change that asks nobody to do anything. */
  public static Change plain(ChangeKind kind, String subject, String before, String after) {
    return new Change(kind, subject, before, after, "", "");
  }
}
