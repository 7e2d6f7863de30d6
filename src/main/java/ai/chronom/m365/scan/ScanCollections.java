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
              Stream.of(new NameConcealment()),
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
                  new SecureScoreCollection(),
                  new PremiumInsightCollection()),
              optional())
          .<ScanCollection>flatMap(collections -> collections)
          .toList();

  private ScanCollections() {}

  /** Read only where a tenant has granted what it need not. */
  private static Stream<ScanCollection> optional() {
    return Stream.of(
        OptionalItems.LEAVE_DATES,
        OptionalItems.ELIGIBLE_ROLES,
        new MailboxPurposes(),
        OptionalItems.ROOMS,
        OptionalItems.TEAMS_USERS,
        CallsCollection.ofMicrosoftsLines(),
        CallsCollection.ofOwnLines(),
        AccessPolicies.policies());
  }

  static List<ScanCollection> inOrder() {
    return IN_ORDER;
  }

  /**
   * The same, but for what the operator does not want.
   *
   * @param preview whether Microsoft's beta version may be asked
   * @param phoneCalls whether it may be read who calls the telephone network
   */
  static List<ScanCollection> wanted(boolean preview, boolean phoneCalls) {
    return IN_ORDER.stream()
        .<ScanCollection>map(each -> wanted(each, preview, phoneCalls))
        .toList();
  }

  private static ScanCollection wanted(ScanCollection each, boolean preview, boolean phoneCalls) {
    if (each.about().preview() && !preview) {
      return new SwitchedOff(
          each,
          CollectionState.SERVICE_ABSENT,
          "Switched off by chronom.scan.preview: Microsoft offers this as beta only.");
    }
    return each instanceof CallsCollection && !phoneCalls
        ? new SwitchedOff(
            each,
            CollectionState.SWITCHED_OFF,
            "Granted, but not read: calls are personal data. The operator may switch it on by"
                + " chronom.scan.phone-calls.")
        : each;
  }
}
