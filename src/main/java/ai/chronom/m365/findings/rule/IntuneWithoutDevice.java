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
import java.util.Optional;
import java.util.stream.Stream;

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
          : Stream.concat(
                  settled(account, "INTUNE-P1", "INTUNE-SMB", "INTUNE-SUITE")
                      .map(seat -> candidate(account, seat)),
                  settled(account, "EMS-E3").flatMap(seat -> smaller(account, seat).stream()))
              .toList();
    }

    private Stream<PaidSeat> settled(Account account, String... families) {
      return People.settled(account, inquiry, inquiry.thresholds().graceDays(), families).stream();
    }

    /** What the bundle has beside device management: Entra P1, which Conditional Access needs. */
    private Optional<Candidate> smaller(Account account, PaidSeat seat) {
      return inquiry
          .holdings()
          .offer("AAD_PREMIUM")
          .filter(plan -> plan.unitAmount().compareTo(seat.holding().unitAmount()) < 0)
          .flatMap(
              plan ->
                  new Needs(inquiry.ladder())
                      .afterwards(account, List.of(seat), List.of(plan))
                      .map(
                          look ->
                              draft(account, seat)
                                  .replaces(account, seat, List.of(plan.id()))
                                  .look(look)
                                  .remedy(
                                      "Assign "
                                          + plan.name()
                                          + " instead, unless the person labels documents with Azure"
                                          + " Information Protection. "
                                          + new Remedies(inquiry).removal(account, List.of(seat)))
                                  .fact("Enough would be", plan.name())
                                  .candidate()));
    }

    private Candidate candidate(Account account, PaidSeat seat) {
      return draft(account, seat)
          .removes(account, List.of(seat))
          .remedy(new Remedies(inquiry).removal(account, List.of(seat)))
          .candidate();
    }

    private Draft draft(Account account, PaidSeat seat) {
      boolean both = inquiry.sources().known(CollectionName.APP_PROTECTIONS);
      return Draft.of(inquiry, ABOUT, account, seat)
          .confidence(both ? Confidence.MEDIUM : Confidence.LOW, account)
          .blocker(
              "Shared devices, devices prepared with Autopilot and enrollment managers have no user"
                  + " of their own: ask before you remove it.")
          .fact("License", seat.holding().name())
          .fact("Managed devices in 90 days", "none");
    }

    @Override
    public Verdict verdict() {
      return inquiry.sources().known(CollectionName.MANAGED_DEVICES)
          ? inquiry.verdict(inquiry.sources().gaps(CollectionName.APP_PROTECTIONS))
          : Verdict.notEvaluated(inquiry.sources().gaps(CollectionName.MANAGED_DEVICES));
    }
  }
}
