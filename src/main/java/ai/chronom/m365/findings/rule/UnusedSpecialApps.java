package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.AppSignIn;
import ai.chronom.m365.scan.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** R16: Visio, Project and Power BI licenses whose use nobody sees. */
public final class UnusedSpecialApps implements Rule {
  static final About ABOUT =
      new About(
          "R16",
          "Visio, Project or Power BI unused",
          10,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.REPORT_ACTIVATIONS,
          CollectionName.SIGN_INS);

  @Override
  public About about() {
    return ABOUT;
  }

  /** Desktop editions and the smaller one that the browser needs. */
  private static final Map<String, String> SMALLER =
      Map.of(
          "VISIO-P2", "VISIOONLINE_PLAN1", "PROJECT-P3", "PROJECT_P1", "PROJECT-P5", "PROJECT_P1");

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Special(inquiry);
  }

  private static final class Special implements Inspection {
    private final Inquiry inquiry;
    private boolean seen;

    Special(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public List<Candidate> judge(Account account) {
      if (!account.identity().kind().person()) {
        return List.of();
      }
      int days = inquiry.thresholds().inactiveDays();
      List<Candidate> found = new ArrayList<>();
      for (PaidSeat seat :
          People.settled(account, inquiry, days, SMALLER.keySet().toArray(String[]::new))) {
        seen = true;
        desktop(account, seat).ifPresent(found::add);
      }
      for (PaidSeat seat : People.settled(account, inquiry, days, "PBI-PRO", "PBI-PPU")) {
        seen = true;
        powerBi(account, seat).ifPresent(found::add);
      }
      return found;
    }

    private Optional<Candidate> desktop(Account account, PaidSeat seat) {
      String family = seat.holding().family();
      String name = family.substring(0, family.indexOf('-'));
      boolean used =
          DesktopUse.of(account, name)
              .filter(
                  one ->
                      one.onSharedComputer()
                          || People.within(
                              one.lastActivated(), inquiry, inquiry.thresholds().inactiveDays()))
              .isPresent();
      if (used || !inquiry.sources().known(CollectionName.REPORT_ACTIVATIONS)) {
        return Optional.empty();
      }
      return inquiry
          .holdings()
          .offer(Objects.requireNonNull(SMALLER.get(family)))
          .filter(smaller -> smaller.unitAmount().compareTo(seat.holding().unitAmount()) < 0)
          .map(
              smaller ->
                  Draft.of(inquiry, ABOUT, account, seat)
                      .confidence(Confidence.LOW)
                      .replaces(account, seat, List.of(smaller.id()))
                      .remedy(
                          "The desktop app is not activated; use in the browser cannot be seen here."
                              + " Look at the activity list of the product in the Microsoft 365"
                              + " admin center, then assign "
                              + smaller.name()
                              + ", or nothing.")
                      .blocker(
                          name.equals("PROJECT")
                              ? "Look for plans in Project Online: they need this license's SharePoint"
                                  + " plan."
                              : "Look for drawings that only the desktop app can edit.")
                      .fact("License", seat.holding().name())
                      .fact("Last activation", lastActivation(account, name))
                      .candidate());
    }

    private static String lastActivation(Account account, String name) {
      return DesktopUse.of(account, name)
          .flatMap(one -> Optional.ofNullable(one.lastActivated()))
          .map(Object::toString)
          .orElse("never");
    }

    /** The log remembers a month or so: silence is a reason to ask, no more. */
    private Optional<Candidate> powerBi(Account account, PaidSeat seat) {
      boolean used =
          account.traces().appSignIns().stream()
              .anyMatch(one -> one.appId().equals(AppSignIn.POWER_BI));
      return used || !inquiry.sources().known(CollectionName.SIGN_INS)
          ? Optional.empty()
          : Optional.of(
              Draft.of(inquiry, ABOUT, account, seat)
                  .confidence(Confidence.LOW)
                  .removes(account, List.of(seat))
                  .remedy(
                      "No sign-in to Power BI in the sign-in log. Ask whether reports are shared with"
                          + " or by this person. "
                          + new Remedies(inquiry).removal(account, List.of(seat)))
                  .blocker(
                      seat.holding().family().equals("PBI-PPU")
                          ? "Workspaces of this license are open to its holders only."
                          : "Who only reads shared reports needs a license too.")
                  .fact("License", seat.holding().name())
                  .candidate());
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps =
          new ArrayList<>(
              inquiry.sources().gaps(CollectionName.REPORT_ACTIVATIONS, CollectionName.SIGN_INS));
      if (gaps.size() == 2) {
        return Verdict.notEvaluated(gaps);
      }
      if (seen) {
        gaps.add(new Gap("no-import", "activity of Visio and Project on the web"));
      }
      return inquiry.verdict(gaps);
    }
  }
}
