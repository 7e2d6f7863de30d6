package ai.chronom.m365.notification;

import ai.chronom.m365.verification.ChangeKind;
import ai.chronom.m365.verification.TenantChange;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of what people are told, and when.
 *
 * @param quiet null when there are no quiet hours
 * @param urgentPasses what is urgent is told in quiet hours too
 * @param muted kinds that nobody is told of
 */
public record Rule(@Nullable QuietHours quiet, boolean urgentPasses, Set<ChangeKind> muted) {
  public Rule {
    muted = Set.copyOf(muted);
  }

  List<TenantChange> worthTelling(List<TenantChange> changes) {
    return changes.stream().filter(change -> !muted.contains(change.kind())).toList();
  }

  /** That time, or later when nobody wants to be told then. */
  Instant earliest(Instant wanted, boolean urgent) {
    return quiet == null || (urgent && urgentPasses) ? wanted : quiet.earliest(wanted);
  }
}
