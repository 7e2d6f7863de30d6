package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import java.util.List;

/** R18: a license to manage devices for somebody who has none. */
public final class IntuneWithoutDevice implements Rule {
  static final About ABOUT =
      new About(
          "R18",
          "Intune without device",
          10,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.MANAGED_DEVICES,
          CollectionName.APP_PROTECTIONS);

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Unmanaged(inquiry);
  }

  private record Unmanaged(Inquiry inquiry) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      int days = inquiry.thresholds().inactiveDays();
      boolean used =
          account.traces().devices().stream()
                  .anyMatch(
                      device ->
                          device.lastSync() == null || inquiry.within(device.lastSync(), days))
              || account.traces().appProtections().stream()
                  .anyMatch(app -> app.lastSync() == null || inquiry.within(app.lastSync(), days));
      boolean readable = inquiry.sources().known(CollectionName.MANAGED_DEVICES);
      return used || !readable || !People.working(account)
          ? List.of()
          : People.settled(
                  account,
                  inquiry,
                  inquiry.thresholds().graceDays(),
                  "INTUNE-P1",
                  "INTUNE-SMB",
                  "INTUNE-SUITE")
              .stream()
              .map(seat -> candidate(account, seat))
              .toList();
    }

    private Candidate candidate(Account account, PaidSeat seat) {
      boolean both = inquiry.sources().known(CollectionName.APP_PROTECTIONS);
      return Draft.of(inquiry, ABOUT, account, seat)
          .confidence(both ? Confidence.MEDIUM : Confidence.LOW, account)
          .removes(account, List.of(seat))
          .remedy(new Remedies(inquiry).removal(account, List.of(seat)))
          .blocker("Shared devices have no user of their own: ask before you remove it.")
          .fact("License", seat.holding().name())
          .fact("Managed devices in 90 days", "none")
          .candidate();
    }

    @Override
    public Verdict verdict() {
      return inquiry.sources().known(CollectionName.MANAGED_DEVICES)
          ? inquiry.verdict(inquiry.sources().gaps(CollectionName.APP_PROTECTIONS))
          : Verdict.notEvaluated(inquiry.sources().gaps(CollectionName.MANAGED_DEVICES));
    }
  }
}
