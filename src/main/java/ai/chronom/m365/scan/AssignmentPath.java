package ai.chronom.m365.scan;

import ai.chronom.m365.license.PlanId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way a license reached a user (Graph {@code licenseAssignmentState}). Several ways make one
 * seat.
 *
 * @param groupId the group that assigns it; null for a direct assignment
 * @param state {@code Active}, {@code ActiveWithError}, {@code Disabled} or {@code Error}
 * @param error Microsoft's word for what went wrong; null or {@code None} otherwise
 */
public record AssignmentPath(
    @Nullable String groupId, String state, @Nullable String error, Set<PlanId> disabledPlans) {
  public AssignmentPath {
    disabledPlans = Set.copyOf(disabledPlans);
  }

  public boolean direct() {
    return groupId == null;
  }

  public boolean active() {
    return state.equals("Active") || state.equals("ActiveWithError");
  }
}
