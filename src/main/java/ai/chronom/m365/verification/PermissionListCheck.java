package ai.chronom.m365.verification;

import ai.chronom.m365.graph.AppRegistration.Application;
import ai.chronom.m365.graph.AppRegistration.Requested;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.PermissionCatalog;
import ai.chronom.m365.permission.PermissionType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts what the registration lists: one delegated permission and thirteen of the application, all
 * of Microsoft Graph. Optional permissions of ours may stand beside them.
 */
final class PermissionListCheck {
  private static final String NAME = "permissions-of-the-guide";

  private final List<Requested> requested;
  private final Set<String> optionalIds;

  PermissionListCheck(Application application, List<ExcessPermission> excess) {
    this.requested = application.requested();
    this.optionalIds =
        excess.stream()
            .filter(each -> !each.usedFor().isEmpty())
            .map(ExcessPermission::roleId)
            .collect(Collectors.toSet());
  }

  static String wanted() {
    return delegated().size()
        + " delegated and "
        + PermissionCatalog.application().size()
        + " application permissions, all of Microsoft Graph";
  }

  static RegistrationCheck notVisible() {
    return RegistrationCheck.notVisible(NAME, wanted());
  }

  RegistrationCheck check(String link) {
    long missing = PermissionCatalog.all().stream().filter(each -> !isListed(each)).count();
    long surplus = surplus().size();
    if (missing == 0 && surplus == 0) {
      return RegistrationCheck.right(NAME, wanted(), found());
    }
    String add =
        missing == 0 ? "" : "Open API permissions and add what the table of permissions names. ";
    String remove =
        surplus == 0
            ? ""
            : "Open API permissions and remove what is not in the guide; it is listed among the"
                + " permissions beyond the guide, or as of the wrong type.";
    return RegistrationCheck.wrong(NAME, wanted(), found(), (add + remove).strip(), link);
  }

  private String found() {
    long delegated = delegated().stream().filter(this::isListed).count();
    long application = PermissionCatalog.application().stream().filter(this::isListed).count();
    long foreign = surplus().stream().filter(each -> !isGraph(each)).count();
    long further = surplus().size() - foreign;
    return delegated
        + " delegated and "
        + application
        + " application permissions of the guide"
        + (further == 0 ? "" : ", " + further + " more of Microsoft Graph")
        + (foreign == 0 ? "" : ", " + foreign + " of another service");
  }

  private List<Requested> surplus() {
    return requested.stream()
        .filter(each -> PermissionCatalog.all().stream().noneMatch(ours -> is(each, ours)))
        .filter(each -> !optionalIds.contains(each.id().toString()))
        .toList();
  }

  private boolean isListed(GraphPermission permission) {
    return requested.stream().anyMatch(each -> is(each, permission));
  }

  private static boolean is(Requested requested, GraphPermission permission) {
    return isGraph(requested)
        && requested.id().equals(permission.roleId())
        && requested.isRole() == (permission.type() == PermissionType.APPLICATION);
  }

  private static boolean isGraph(Requested requested) {
    return requested.serviceAppId().equals(PermissionCatalog.MICROSOFT_GRAPH);
  }

  private static List<GraphPermission> delegated() {
    return PermissionCatalog.all().stream()
        .filter(permission -> permission.type() == PermissionType.DELEGATED)
        .toList();
  }
}
