package ai.chronom.m365.report;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Finding;
import ai.chronom.m365.findings.FindingSeat;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.UnitPrice;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.DirectoryRole;
import ai.chronom.m365.scan.LicensedGroup;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Seat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of one account. */
final class UserSum {
  private final Inquiry inquiry;
  private final Account account;
  private final List<Finding> found;

  /**
   * @param found the findings that speak of the account
   */
  UserSum(Inquiry inquiry, Account account, List<Finding> found) {
    this.inquiry = inquiry;
    this.account = account;
    this.found = List.copyOf(found);
  }

  UserFile file(List<UseTrace> uses) {
    ScannedUser user = account.user();
    List<UserFile.License> licenses = licenses();
    return new UserFile(
        user.id(),
        user.userPrincipalName(),
        user.displayName(),
        user.jobTitle(),
        user.department(),
        user.userType(),
        user.accountEnabled(),
        user.synced(),
        user.createdAt(),
        account.identity().kind(),
        account.identity().why(),
        account.traces().roles().stream().map(DirectoryRole::name).sorted().toList(),
        account
            .lastActivity()
            .state(inquiry.now(), inquiry.thresholds().inactiveDays())
            .name()
            .toLowerCase(Locale.ROOT),
        account.lastActivity().last(),
        monthly(licenses),
        inquiry.now(),
        licenses,
        uses,
        found.stream().map(this::found).toList());
  }

  private static @Nullable Money monthly(List<UserFile.License> licenses) {
    return licenses.stream()
        .filter(UserFile.License::paid)
        .map(UserFile.License::price)
        .filter(Objects::nonNull)
        .reduce(Money::plus)
        .orElse(null);
  }

  /** The dearest first. */
  private List<UserFile.License> licenses() {
    return account.user().seats().stream()
        .map(this::license)
        .sorted(
            Comparator.comparing(
                    (UserFile.License one) -> one.price() == null ? null : one.price().amount(),
                    Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(UserFile.License::name))
        .toList();
  }

  private UserFile.License license(Seat seat) {
    SkuId sku = seat.skuId();
    Optional<Holding> holding = inquiry.holdings().find(sku);
    return new UserFile.License(
        sku,
        inquiry.holdings().name(sku),
        holding.filter(Holding::paid).isPresent(),
        holding.flatMap(Holding::price).map(UnitPrice::amount).orElse(null),
        holding.map(one -> plansOff(PaidSeat.of(seat, one))).orElse(0),
        seat.paths().stream().map(this::way).toList(),
        seat.changedAt(),
        found.stream()
            .flatMap(
                finding ->
                    finding.seats().stream()
                        .filter(one -> one.skuId().equals(sku) && ofAccount(one))
                        .map(one -> claim(finding, one)))
            .toList());
  }

  private static int plansOff(PaidSeat seat) {
    Set<?> all = seat.holding().plans();
    return Math.max(0, all.size() - seat.effective().size());
  }

  private boolean ofAccount(FindingSeat seat) {
    return seat.userId().equals(account.user().id());
  }

  private UserFile.Way way(AssignmentPath path) {
    String group = path.groupId();
    String error = path.error();
    return new UserFile.Way(
        group,
        group == null ? null : inquiry.group(group).map(LicensedGroup::displayName).orElse(group),
        path.state(),
        error == null || error.equals("None") ? null : error);
  }

  private UserFile.Claim claim(Finding finding, FindingSeat seat) {
    return new UserFile.Claim(
        finding.id(),
        finding.rule(),
        finding.title(),
        finding.confidence(),
        finding.state(),
        seat.replacements().stream().map(inquiry.holdings()::name).toList(),
        seat.net(),
        seat.countedIn());
  }

  private UserFile.Found found(Finding finding) {
    Money net =
        finding.seats().stream()
            .filter(this::ofAccount)
            .map(FindingSeat::net)
            .filter(Objects::nonNull)
            .reduce(Money::plus)
            .orElse(null);
    return new UserFile.Found(
        finding.id(),
        finding.rule(),
        finding.title(),
        finding.confidence(),
        finding.state(),
        finding.remedy(),
        net);
  }
}
