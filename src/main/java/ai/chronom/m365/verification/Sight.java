package ai.chronom.m365.verification;

import ai.chronom.m365.graph.AppRegistration;
import ai.chronom.m365.permission.DelegatedTwins;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What can be seen of the app's permissions, from the token and from the directory.
 *
 * @param claim the token's roles; empty when the token cannot be read
 */
record Sight(Optional<Set<String>> claim, AppRegistration registration) {

  /** On the list of the app registration, with the right type. */
  Answer configured(GraphPermission permission) {
    return isListed(permission.roleId(), permission.type() == PermissionType.APPLICATION);
  }

  /** The delegated scope of that name, in place of the application permission. */
  boolean hasTwin(GraphPermission permission) {
    boolean listed =
        DelegatedTwins.scopeOf(permission)
            .map(scope -> isListed(scope, false) == Answer.YES)
            .orElse(false);
    return listed
        || (isApplication(permission) && grantsScope(permission.name(), false) == Answer.YES);
  }

  Answer consented(GraphPermission permission) {
    if (!isApplication(permission)) {
      return grantsScope(permission.name(), true);
    }
    Answer claimed = claimed(permission);
    Answer assigned = assigned(permission);
    if (claimed == Answer.YES || assigned == Answer.YES) {
      return Answer.YES;
    }
    return claimed == Answer.NO ? Answer.NO : assigned;
  }

  /** Whether requests carry it: the token says so or, when it cannot be read, the assignment. */
  boolean holds(GraphPermission permission) {
    Answer claimed = claimed(permission);
    return claimed == Answer.YES
        || (claimed == Answer.UNKNOWN && assigned(permission) == Answer.YES);
  }

  Answer claimed(GraphPermission permission) {
    return claim
        .map(roles -> roles.contains(permission.graphRole()) ? Answer.YES : Answer.NO)
        .orElse(Answer.UNKNOWN);
  }

  Answer assigned(GraphPermission permission) {
    return registration
        .assignments()
        .map(
            assignments ->
                answer(
                    assignments.stream()
                        .anyMatch(
                            assignment ->
                                assignment.roleId().equals(permission.roleId())
                                    && isGraph(assignment.serviceId()))))
        .orElse(Answer.UNKNOWN);
  }

  /** Roles of other services can have the same id: Sites.Read.All is SharePoint's too. */
  boolean isGraph(UUID serviceId) {
    return registration.graphServiceId().map(serviceId::equals).orElse(true);
  }

  /** Consented by single users for themselves, which is not the admin's consent. */
  boolean isForSingleUsersOnly(GraphPermission permission) {
    return grantsScope(permission.name(), true) == Answer.NO
        && grantsScope(permission.name(), false) == Answer.YES;
  }

  private Answer grantsScope(String scope, boolean forEverybody) {
    return registration
        .grants()
        .map(
            grants ->
                answer(
                    grants.stream()
                        .anyMatch(
                            grant ->
                                isGraph(grant.serviceId())
                                    && (grant.isForEverybody() || !forEverybody)
                                    && grant.scopes().contains(scope))))
        .orElse(Answer.UNKNOWN);
  }

  private Answer isListed(UUID id, boolean isRole) {
    return registration
        .application()
        .map(
            application ->
                answer(
                    application.requested().stream()
                        .anyMatch(
                            requested ->
                                requested.id().equals(id)
                                    && requested.isRole() == isRole
                                    && requested
                                        .serviceAppId()
                                        .equals(PermissionCatalog.MICROSOFT_GRAPH))))
        .orElse(Answer.UNKNOWN);
  }

  private static boolean isApplication(GraphPermission permission) {
    return permission.type() == PermissionType.APPLICATION;
  }

  private static Answer answer(boolean yes) {
    return yes ? Answer.YES : Answer.NO;
  }
}
