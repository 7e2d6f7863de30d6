package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.PermissionCatalog;
import java.util.Optional;

/** Features of the dearer plans, and whether anybody set them up. */
final class ServiceItems {
  private ServiceItems() {}

  static final ScanCollection AGREEMENTS =
      ItemsCollection.of(
              CollectionName.AGREEMENTS,
              PermissionCatalog.AGREEMENT_READ_ALL,
              "/v1.0/identityGovernance/termsOfUse/agreements?$select=id,displayName",
              "Whether terms of use are in force, a feature of Entra ID P1.",
              ItemsCollection.Names.USUAL)
          .explainedBy(ServiceItems::closedToApps);

  static final ScanCollection TERM_GROUPS =
      ItemsCollection.of(
              CollectionName.TERM_GROUPS,
              PermissionCatalog.TERM_STORE_READ_ALL,
              "/v1.0/sites/root/termStore/groups",
              "Whether managed terms are in use, a feature of some SharePoint plans.",
              new ItemsCollection.Names("displayName", "scope", "-", "createdDateTime"))
          .explainedBy(ServiceItems::closedToApps);

  static final ScanCollection EDISCOVERY_CASES =
      ItemsCollection.of(
              CollectionName.EDISCOVERY_CASES,
              PermissionCatalog.EDISCOVERY_READ_ALL,
              "/v1.0/security/cases/ediscoveryCases",
              "Whether eDiscovery is in use, and where to look for holds.",
              new ItemsCollection.Names("displayName", "-", "status", "lastModifiedDateTime"))
          .explainedBy(ServiceItems::roleGroupMissing);

  static final ScanCollection SENSITIVITY_LABELS =
      ItemsCollection.of(
          CollectionName.SENSITIVITY_LABELS,
          PermissionCatalog.INFORMATION_PROTECTION_POLICY_READ,
          "/beta/security/informationProtection/sensitivityLabels",
          "Whether sensitivity labels are published, a feature of the dearer plans.",
          new ItemsCollection.Names("name", "-", "isActive", "--"));

  /** Microsoft documents no use of these roles by apps; where it works, it works. */
  private static Optional<CollectionOutcome> closedToApps(GraphRefused refused) {
    return refused.kind() == RefusalKind.NOT_PERMITTED
        ? Optional.of(
            CollectionOutcome.gap(
                CollectionState.SERVICE_ABSENT,
                "The permission is granted, but this tenant's Microsoft 365 does not open it to"
                    + " apps. Nothing has to be done."
                    + Refusals.said(refused)))
        : Optional.empty();
  }

  /** The role alone is not enough: the application must be in a role group of Purview. */
  static Optional<CollectionOutcome> roleGroupMissing(GraphRefused refused) {
    return refused.kind() == RefusalKind.NOT_PERMITTED
        ? Optional.of(
            CollectionOutcome.gap(
                CollectionState.SERVICE_ABSENT,
                "The permission is granted, but Microsoft Purview does not let the application in:"
                    + " add it to the role group eDiscovery Manager with Security & Compliance"
                    + " PowerShell, or leave it; holds then stay unknown."
                    + Refusals.said(refused)))
        : Optional.empty();
  }
}
