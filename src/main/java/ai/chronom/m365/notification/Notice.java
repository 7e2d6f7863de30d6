package ai.chronom.m365.notification;

import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.verification.TenantChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said, before it is put into the form of a channel.
 *
 * @param deliveryId the same at each try, so that the other side can tell a duplicate
 * @param tenantId null for a test
 * @param tenantName as people typed it: anything may stand in it
 * @param link to our page; null when we don't know our public address
 */
public record Notice(
    String deliveryId,
    @Nullable TenantId tenantId,
    String tenantName,
    Instant createdAt,
    boolean urgent,
    List<TenantChange> changes,
    @Nullable String link) {
  private static final int SUBJECT_MAX_CHARS = 200;

  public Notice {
    changes = List.copyOf(changes);
  }

  boolean isTest() {
    return tenantId == null;
  }

  /** One line, whatever the tenant's name holds. */
  public String subject() {
    return subject(tenantName, changes, isTest());
  }

  static String subject(String tenantName, List<TenantChange> changes, boolean test) {
    if (test) {
      return "Chronom: this is a test";
    }
    String what = changes.size() == 1 ? changes.get(0).sentence() : changes.size() + " changes";
    return cut(oneLine("Chronom: " + tenantName + ": " + what));
  }

  /** Line breaks would begin headers of their own; marks of direction would disguise the rest. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
  }

  private static String cut(String line) {
    if (line.length() <= SUBJECT_MAX_CHARS) {
      return line;
    }
    int end = SUBJECT_MAX_CHARS - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** What it is all about, for people. */
  String lead() {
    if (isTest()) {
      return "This channel works. Nothing happened; somebody pressed the test button.";
    }
    return changes.size() == 1
        ? "Something changed about the tenant " + oneLine(tenantName) + "."
        : changes.size() + " things changed about the tenant " + oneLine(tenantName) + ".";
  }
}
