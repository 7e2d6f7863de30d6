package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.SeatClaim;
import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.scan.SubscribedSku;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns superfluous seats into findings of one rule. */
record OverlapFindings(Inquiry inquiry, About about, Overlaps overlaps) {
  OverlapFindings(Inquiry inquiry, About about) {
    this(inquiry, about, new Overlaps(inquiry));
  }

  List<Candidate> of(Account account, Predicate<PaidSeat> mine) {
    if (account.seats().size() < 2) {
      return List.of();
    }
    return overlaps.removals(account).stream()
        .filter(removal -> mine.test(removal.seat()))
        .map(removal -> candidate(account, removal))
        .toList();
  }

  private Candidate candidate(Account account, Overlaps.Removal removal) {
    PaidSeat seat = removal.seat();
    Evidence evidence =
        new Evidence(inquiry)
            .fact("Superfluous", seat.holding().name())
            .fact("Covered by", Remedies.names(removal.coveredBy()));
    Set<PlanId> unknown =
        seat.effective().stream()
            .filter(id -> inquiry.ladder().find(id).isEmpty())
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      evidence.fact("Plans outside our catalog", planNames(seat, unknown));
    }
    return new Candidate(
        about,
        account.user().id() + " " + seat.holding().id(),
        account.user().userPrincipalName(),
        removal.confidence(),
        Candidate.Weight.CLAIM,
        List.of(SeatClaim.removal(account, seat)),
        null,
        "Everything in it comes with "
            + Remedies.names(removal.coveredBy())
            + " too. "
            + new Remedies(inquiry).removal(account, List.of(seat)),
        List.of(),
        evidence.of(about));
  }

  /** By the names that the tenant's own product list gives. */
  String planNames(PaidSeat seat, Collection<PlanId> plans) {
    return seat.holding().bought().plans().stream()
        .filter(plan -> plans.contains(plan.planId()))
        .map(SubscribedSku.Plan::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
