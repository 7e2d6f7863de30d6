package ai.chronom.m365.scan;

import java.util.List;

/** Everything a scan reads, in its order: what others are judged by comes first. */
final class ScanCollections {
  private static final List<ScanCollection> IN_ORDER =
      List.of(
          new OrganizationCollection(),
          new SubscribedSkusCollection(),
          new SubscriptionsCollection(),
          new UsersCollection(),
          new GroupsCollection(),
          new ActiveUsersReportCollection());

  private ScanCollections() {}

  static List<ScanCollection> inOrder() {
    return IN_ORDER;
  }
}
