package ai.chronom.m365.scan;

import java.util.List;
import java.util.stream.Stream;

/** Everything a scan reads, in its order: what others are judged by comes first. */
final class ScanCollections {
  private static final List<ScanCollection> IN_ORDER =
      Stream.of(
              Stream.of(
                  new OrganizationCollection(),
                  new SubscribedSkusCollection(),
                  new SubscriptionsCollection(),
                  new UsersCollection(),
                  DirectoryItems.DELETED_USERS,
                  new GroupsCollection(),
                  DirectoryItems.ROLES,
                  DirectoryItems.ROLE_MEMBERS),
              UserReports.all().stream(),
              Stream.of(
                  SiteCollections.REPORT,
                  SiteCollections.SITES,
                  ServiceItems.TERM_GROUPS,
                  LogCollection.signIns(),
                  LogCollection.disablings(),
                  ServiceItems.AGREEMENTS,
                  IntuneItems.INTUNE_APPS,
                  IntuneItems.APP_PROTECTIONS,
                  IntuneItems.DEVICE_CONFIGURATIONS,
                  IntuneItems.COMPLIANCE_POLICIES,
                  IntuneItems.MANAGED_DEVICES,
                  IntuneItems.AUTOPILOT_DEVICES,
                  IntuneItems.ENROLLMENT_CONFIGURATIONS,
                  ServiceItems.EDISCOVERY_CASES,
                  CasesCollection.custodians(),
                  CasesCollection.legalHolds(),
                  ServiceItems.SENSITIVITY_LABELS,
                  new SecureScoreCollection()))
          .flatMap(collections -> collections)
          .toList();

  private ScanCollections() {}

  static List<ScanCollection> inOrder() {
    return IN_ORDER;
  }

  /** The same, where Microsoft's beta version is not to be asked. */
  static List<ScanCollection> withoutPreview() {
    return IN_ORDER.stream()
        .map(
            each ->
                each.about().preview()
                    ? new SwitchedOff(
                        each,
                        "Switched off by chronom.scan.preview: Microsoft offers this as beta only.")
                    : each)
        .toList();
  }
}
