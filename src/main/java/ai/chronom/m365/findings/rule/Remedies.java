package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.scan.AssignmentPath;
import ai.chronom.m365.scan.LicensedGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What to click, by the way a license reached the user. */
final class Remedies {
  private final Inquiry inquiry;

  Remedies(Inquiry inquiry) {
    this.inquiry = inquiry;
  }

  /** How to take those seats away from the account. */
  String removal(Account account, Collection<PaidSeat> seats) {
    List<String> steps = new ArrayList<>();
    String direct = names(seats.stream().filter(seat -> seat.direct() && !seat.byGroup()).toList());
    if (!direct.isEmpty()) {
      steps.add(
          "Microsoft 365 admin center > Users > Active users > the account > Licenses and apps:"
              + " clear "
              + direct
              + ".");
    }
    for (PaidSeat seat : seats) {
      if (seat.byGroup()) {
        steps.add(groupStep(seat));
      }
    }
    if (account.user().synced()) {
      steps.add("The account is synchronized: change it in the on-premises Active Directory.");
    }
    return String.join(" ", steps);
  }

  private String groupStep(PaidSeat seat) {
    String leave =
        seat.holding().name()
            + " comes from the group "
            + groups(seat)
            + ": take the account out of the group, or change the group's rule.";
    return seat.direct()
        ? leave + " Clear the direct assignment too: one alone frees nothing."
        : leave;
  }

  /** The groups that assign the seat, by name where known. */
  String groups(PaidSeat seat) {
    return seat.seat().paths().stream()
        .map(AssignmentPath::groupId)
        .filter(Objects::nonNull)
        .distinct()
        .map(this::groupName)
        .collect(Collectors.joining(", "));
  }

  private String groupName(String id) {
    return inquiry
        .group(id)
        .map(LicensedGroup::displayName)
        .map(name -> "“" + name + "”")
        .orElse(id);
  }

  static String names(Collection<PaidSeat> seats) {
    return seats.stream().map(seat -> seat.holding().name()).collect(Collectors.joining(", "));
  }
}
