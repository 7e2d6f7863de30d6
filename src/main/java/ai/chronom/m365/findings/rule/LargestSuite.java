package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.AccessPolicy;
import ai.chronom.m365.scan.AppSignIn;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.Custodian;
import ai.chronom.m365.scan.DirectoryRole;
import ai.chronom.m365.scan.TeamsUse;
import ai.chronom.m365.scan.TeamsUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** R10: the largest suite for somebody who seems to need the next smaller one and some add-ons. */
public final class LargestSuite implements Rule {
  static final About ABOUT =
      new About(
          "R10",
          "E5 where E3 with add-ons may do",
          9,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.DIRECTORY_ROLES,
          CollectionName.SIGN_INS,
          CollectionName.REPORT_TEAMS,
          CollectionName.CUSTODIANS,
          CollectionName.TEAMS_USERS,
          CollectionName.ELIGIBLE_ROLES,
          CollectionName.ACCESS_POLICIES);

  @Override
  public About about() {
    return ABOUT;
  }

  private static final int FEW_SEATS = 25;
  private static final Map<String, String> SMALLER =
      Map.of("M365-E5", "SPE_E3", "O365-E5", "ENTERPRISEPACK");

  @Override
  public Inspection inspect(Inquiry inquiry) {
    List<AccessPolicy> byRisk = new ArrayList<>();
    inquiry
        .snapshot()
        .inventory()
        .forEachAccessPolicy(
            policy -> {
              if (policy.byRisk() && policy.watches()) {
                byRisk.add(policy);
              }
            });
    return new Large(inquiry, List.copyOf(byRisk));
  }

  private record Large(Inquiry inquiry, List<AccessPolicy> byRisk) implements Inspection {
    @Override
    public List<Candidate> judge(Account account) {
      boolean kept = account.traces().custodies().stream().anyMatch(Custodian::active);
      return kept || forAll() || !People.working(account)
          ? List.of()
          : People.settled(
                  account,
                  inquiry,
                  inquiry.thresholds().graceDays(),
                  SMALLER.keySet().toArray(String[]::new))
              .stream()
              .filter(seat -> seat.holding().bought().consumedUnits() >= FEW_SEATS)
              .flatMap(seat -> smaller(account, seat).stream())
              .toList();
    }

    /** Whoever benefits from a feature needs its license, used or not. */
    private boolean forAll() {
      return inquiry.thresholds().says(Threshold.COMPLIANCE_FOR_ALL)
          || inquiry.thresholds().says(Threshold.SECURITY_FOR_ALL);
    }

    private Optional<Candidate> smaller(Account account, PaidSeat seat) {
      String suite = Objects.requireNonNull(SMALLER.get(seat.holding().family()));
      List<Holding> target = new ArrayList<>();
      for (String part : needed(account, seat, suite)) {
        Optional<Holding> offer = inquiry.holdings().offer(part);
        if (offer.isEmpty()) {
          return Optional.empty();
        }
        target.add(offer.get());
      }
      BigDecimal price =
          target.stream().map(Holding::unitAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
      return price.compareTo(seat.holding().unitAmount()) < 0
          ? new Needs(inquiry.ladder())
              .afterwards(account, List.of(seat), target)
              .map(look -> candidate(account, seat, target, look))
          : Optional.empty();
    }

    /** What nobody can see is taken for needed: a phone number, say. */
    private List<String> needed(Account account, PaidSeat seat, String suite) {
      List<String> parts = new ArrayList<>(List.of(suite));
      if (mayTelephone(account) && has(seat, "MCOEV") && !holds(account, "TEAMS-PHONE")) {
        parts.add("MCOEV");
      }
      if (has(seat, "MCOMEETADV") && dialIn(account) && !holds(account, "AUDIOCONF")) {
        parts.add("MCOMEETADV");
      }
      boolean powerBi =
          !inquiry.sources().known(CollectionName.SIGN_INS)
              || account.traces().appSignIns().stream()
                  .anyMatch(one -> one.appId().equals(AppSignIn.POWER_BI));
      if (has(seat, "BI_AZURE_P2") && powerBi && !holds(account, "PBI-PRO")) {
        parts.add("POWER_BI_PRO");
      }
      if (administersOrIsWatched(account) && !holds(account, "ENTRA-P2")) {
        parts.add("AAD_PREMIUM_P2");
      }
      return parts;
    }

    /** Whose meetings are dialed into nobody can see: all who organize some. */
    private boolean dialIn(Account account) {
      TeamsUse use = account.traces().teams();
      Long organized = use == null ? null : use.meetingsOrganized();
      boolean none =
          inquiry.sources().known(CollectionName.REPORT_TEAMS)
              && organized != null
              && organized == 0;
      return inquiry.thresholds().says(Threshold.DIAL_IN_USED) && !none;
    }

    private boolean mayTelephone(Account account) {
      if (inquiry.thresholds().says(Threshold.NO_TEAMS_PHONE)) {
        return false;
      }
      TeamsUser teams = account.traces().optional().teams();
      return !inquiry.sources().known(CollectionName.TEAMS_USERS)
          || (teams != null && teams.reachable());
    }

    /** Roles by request and policies by risk are features of Entra ID P2. */
    private boolean administersOrIsWatched(Account account) {
      List<DirectoryRole> roles = new ArrayList<>(account.traces().roles());
      roles.addAll(account.traces().optional().eligibleRoles());
      return !roles.isEmpty()
          || byRisk.stream().anyMatch(policy -> policy.mayCover(account.user().id(), roles));
    }

    private boolean has(PaidSeat seat, String plan) {
      return inquiry.ladder().named(plan).stream().anyMatch(seat.effective()::contains);
    }

    private static boolean holds(Account account, String family) {
      return account.seats().stream().anyMatch(seat -> seat.holding().family().equals(family));
    }

    private Candidate candidate(
        Account account, PaidSeat seat, List<Holding> target, List<String> look) {
      String names = target.stream().map(Holding::name).collect(Collectors.joining(" + "));
      return new Draft(
              inquiry,
              ABOUT,
              seat.holding().id()
                  + target.stream().map(one -> " " + one.id()).collect(Collectors.joining()),
              seat.holding().name() + " to " + names)
          .confidence(Confidence.LOW)
          .replaces(account, seat, target.stream().map(Holding::id).toList())
          .remedy(
              "Ask what these people use of the larger suite: security and compliance features leave"
                  + " no trace per user. Then assign "
                  + names
                  + " instead.")
          .blocker(
              "Tenant-wide security and compliance features need a license for all who benefit.")
          .look(look)
          .fact("From", seat.holding().name())
          .fact("To", names)
          .candidate();
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps =
          new ArrayList<>(
              inquiry
                  .sources()
                  .gaps(
                      CollectionName.DIRECTORY_ROLES,
                      CollectionName.SIGN_INS,
                      CollectionName.CUSTODIANS,
                      CollectionName.TEAMS_USERS,
                      CollectionName.ELIGIBLE_ROLES,
                      CollectionName.ACCESS_POLICIES));
      return inquiry.verdict(gaps);
    }
  }
}
