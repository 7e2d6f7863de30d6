package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.ProductUse;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.UseList;
import ai.chronom.m365.findings.UsedProduct;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.AppSignIn;
import ai.chronom.m365.scan.CollectionName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

  private static final String[] FAMILIES = {
    "VISIO-P1", "VISIO-P2", "PROJECT-P1", "PROJECT-P3", "PROJECT-P5"
  };

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Special(inquiry);
  }

  private static final class Special implements Inspection {
    private final Inquiry inquiry;
    private final LocalDate today;
    private final LocalDate since;
    private final Set<UsedProduct> seen = EnumSet.noneOf(UsedProduct.class);

    Special(Inquiry inquiry) {
      this.inquiry = inquiry;
      this.today = LocalDate.ofInstant(inquiry.now(), ZoneOffset.UTC);
      this.since = today.minusDays(inquiry.thresholds().inactiveDays());
    }

    @Override
    public List<Candidate> judge(Account account) {
      if (!account.identity().kind().person()) {
        return List.of();
      }
      int days = inquiry.thresholds().inactiveDays();
      List<Candidate> found = new ArrayList<>();
      for (PaidSeat seat : People.settled(account, inquiry, days, FAMILIES)) {
        UsedProduct product =
            seat.holding().family().startsWith("VISIO") ? UsedProduct.VISIO : UsedProduct.PROJECT;
        seen.add(product);
        judge(account, seat, product).ifPresent(found::add);
      }
      for (PaidSeat seat : People.settled(account, inquiry, days, "PBI-PRO", "PBI-PPU")) {
        powerBi(account, seat).ifPresent(found::add);
      }
      return found;
    }

    /** A list that may be believed. */
    private Optional<UseList> list(UsedProduct product) {
      return inquiry
          .lists()
          .use(product)
          .filter(list -> list.tells(today, inquiry.thresholds().inactiveDays()));
    }

    private Optional<Candidate> judge(Account account, PaidSeat seat, UsedProduct product) {
      boolean desktopEdition = SMALLER.containsKey(seat.holding().family());
      boolean activations = inquiry.sources().known(CollectionName.REPORT_ACTIVATIONS);
      if (desktopEdition && activated(account, product)) {
        return Optional.empty();
      }
      Optional<UseList> list = list(product);
      if (list.isEmpty()) {
        return desktopEdition && activations
            ? smaller(account, seat, product, Optional.empty())
            : Optional.empty();
      }
      Optional<ProductUse> use = list.get().use(account.user(), since);
      if (use.isEmpty()) {
        return Optional.of(
            remove(account, seat, product, desktopEdition && !activations, list.get()));
      }
      return desktopEdition && activations && !use.get().desktop()
          ? smaller(account, seat, product, list)
          : Optional.empty();
    }

    private boolean activated(Account account, UsedProduct product) {
      return DesktopUse.of(account, product.name())
          .filter(
              one ->
                  one.onSharedComputer()
                      || People.within(
                          one.lastActivated(), inquiry, inquiry.thresholds().inactiveDays()))
          .isPresent();
    }

    /**
     * @param list tells that the browser is all that is used; without it nobody knows
     */
    private Optional<Candidate> smaller(
        Account account, PaidSeat seat, UsedProduct product, Optional<UseList> list) {
      return inquiry
          .holdings()
          .offer(Objects.requireNonNull(SMALLER.get(seat.holding().family())))
          .filter(smaller -> smaller.unitAmount().compareTo(seat.holding().unitAmount()) < 0)
          .map(
              smaller ->
                  draft(account, seat, product, list)
                      .confidence(list.isPresent() ? Confidence.MEDIUM : Confidence.LOW, account)
                      .replaces(account, seat, List.of(smaller.id()))
                      .remedy(
                          list.isPresent()
                              ? "Used in the browser only: assign "
                                  + smaller.name()
                                  + ". Where the suite's own edition is enough, nothing."
                              : "The desktop app is not activated; use in the browser cannot be seen"
                                  + " here. Look at the activity list of the product in the Microsoft"
                                  + " 365 admin center, or import it, then assign "
                                  + smaller.name()
                                  + ", or nothing.")
                      .candidate());
    }

    private Candidate remove(
        Account account, PaidSeat seat, UsedProduct product, boolean oneSource, UseList list) {
      return draft(account, seat, product, Optional.of(list))
          .confidence(oneSource ? Confidence.LOW : Confidence.MEDIUM, account)
          .removes(account, List.of(seat))
          .remedy(
              "Used neither on the desktop nor in the browser. "
                  + new Remedies(inquiry).removal(account, List.of(seat)))
          .candidate();
    }

    private Draft draft(
        Account account, PaidSeat seat, UsedProduct product, Optional<UseList> list) {
      Draft draft =
          Draft.of(inquiry, ABOUT, account, seat)
              .blocker(
                  product == UsedProduct.PROJECT
                      ? "Look for plans in Project Online: they need this license's SharePoint plan."
                      : "Look for drawings that only the desktop app can edit.")
              .fact("License", seat.holding().name())
              .fact("Last activation", lastActivation(account, product.name()));
      list.ifPresent(one -> draft.fact("Activity list as of", one.asOf().toString()));
      return draft;
    }

    private static String lastActivation(Account account, String name) {
      return DesktopUse.of(account, name)
          .flatMap(one -> Optional.ofNullable(one.lastActivated()))
          .map(Object::toString)
          .orElse("never");
    }

    /**
     * The log remembers a month or so: silence is a reason to ask, no more, unless a list agrees.
     */
    private Optional<Candidate> powerBi(Account account, PaidSeat seat) {
      boolean signedIn =
          account.traces().appSignIns().stream()
              .anyMatch(one -> one.appId().equals(AppSignIn.POWER_BI));
      Optional<UseList> list = list(UsedProduct.POWER_BI);
      boolean listed = list.flatMap(one -> one.use(account.user(), since)).isPresent();
      boolean log = inquiry.sources().known(CollectionName.SIGN_INS);
      if (signedIn || listed || (!log && list.isEmpty())) {
        return Optional.empty();
      }
      Draft draft =
          Draft.of(inquiry, ABOUT, account, seat)
              .confidence(log && list.isPresent() ? Confidence.MEDIUM : Confidence.LOW, account)
              .removes(account, List.of(seat))
              .remedy(
                  (log ? "No sign-in to Power BI in the sign-in log. " : "")
                      + (list.isPresent() ? "Not on the imported activity list. " : "")
                      + "Ask whether reports are shared with or by this person. "
                      + new Remedies(inquiry).removal(account, List.of(seat)))
              .blocker(
                  seat.holding().family().equals("PBI-PPU")
                      ? "Workspaces of this license are open to its holders only."
                      : "Who only reads shared reports needs a license too.")
              .fact("License", seat.holding().name());
      list.ifPresent(one -> draft.fact("Activity list as of", one.asOf().toString()));
      return Optional.of(draft.candidate());
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps =
          new ArrayList<>(
              inquiry.sources().gaps(CollectionName.REPORT_ACTIVATIONS, CollectionName.SIGN_INS));
      if (gaps.size() == 2 && inquiry.lists().uses().isEmpty()) {
        return Verdict.notEvaluated(gaps);
      }
      seen.stream().filter(product -> list(product).isEmpty()).map(this::gap).forEach(gaps::add);
      return inquiry.verdict(gaps);
    }

    private Gap gap(UsedProduct product) {
      String about = "activity of " + (product == UsedProduct.VISIO ? "Visio" : "Project");
      return inquiry.lists().use(product).isEmpty()
          ? new Gap("no-import", about)
          : new Gap("data-too-old", about);
    }
  }
}
