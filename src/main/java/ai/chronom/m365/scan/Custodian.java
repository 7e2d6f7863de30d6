package ai.chronom.m365.scan;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whose data an eDiscovery case keeps.
 *
 * @param mailKey address in lower case
 * @param status such as {@code active} or {@code released}
 * @param holdStatus such as {@code applied}, {@code notApplied} or {@code partial}
 */
public record Custodian(
    String caseId,
    String id,
    String mailKey,
    @Nullable String status,
    @Nullable String holdStatus) {
  /** Whether the case still keeps it; when Microsoft does not say, it does. */
  public boolean active() {
    return !"released".equalsIgnoreCase(status);
  }
}
