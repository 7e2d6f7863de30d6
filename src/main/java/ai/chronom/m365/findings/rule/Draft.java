package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.PaidSeat;
import ai.chronom.m365.findings.SeatClaim;
import ai.chronom.m365.license.SkuId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding while a rule writes it down. Sure, and a claim, unless told otherwise. */
final class Draft {
  private final About about;
  private final String key;
  private final String subject;
  private final Evidence evidence;
  private final List<SeatClaim> seats = new ArrayList<>();
  private final List<String> blockers = new ArrayList<>();
  private Confidence confidence = Confidence.HIGH;
  private Candidate.Weight weight = Candidate.Weight.CLAIM;
  private Candidate.@Nullable SpareUnits units;
  private String remedy = "";

  /**
   * @param key names the subject within the rule, the same in every scan
   * @param subject the same in words
   */
  Draft(Inquiry inquiry, About about, String key, String subject) {
    this.about = about;
    this.key = key;
    this.subject = subject;
    this.evidence = new Evidence(inquiry);
  }

  static Draft of(Inquiry inquiry, About about, Account account) {
    return new Draft(inquiry, about, account.user().id(), account.user().userPrincipalName());
  }

  static Draft of(Inquiry inquiry, About about, Account account, PaidSeat seat) {
    return new Draft(
        inquiry,
        about,
        account.user().id() + " " + seat.holding().id(),
        account.user().userPrincipalName());
  }

  /** Unless the account's name says that only its admin can know what it is for. */
  Draft confidence(Confidence other, Account account) {
    return confidence(account.identity().looksProtected() ? Confidence.LOW : other);
  }

  Draft confidence(Confidence other) {
    confidence = other;
    return this;
  }

  /** Worth knowing, worth no money. */
  Draft advice() {
    weight = Candidate.Weight.ADVICE;
    return this;
  }

  Draft removes(Account account, Collection<PaidSeat> gone) {
    seats.addAll(Seats.removals(account, gone));
    return this;
  }

  Draft replaces(Account account, PaidSeat seat, List<SkuId> replacements) {
    seats.add(
        new SeatClaim(
            account.user().id(),
            account.user().userPrincipalName(),
            seat.holding().id(),
            replacements));
    return this;
  }

  Draft claims(Collection<SeatClaim> claims) {
    seats.addAll(claims);
    return this;
  }

  Draft units(SkuId sku, int count) {
    units = new Candidate.SpareUnits(sku, count);
    return this;
  }

  Draft remedy(String text) {
    remedy = text;
    return this;
  }

  Draft blocker(String text) {
    blockers.add(text);
    return this;
  }

  Draft blockers(Collection<String> texts) {
    blockers.addAll(texts);
    return this;
  }

  /** What may lack its base afterwards, because nobody knows what the new product contains. */
  Draft look(List<String> atProducts) {
    return atProducts.isEmpty()
        ? this
        : blocker("Make sure first that it still works: " + String.join(", ", atProducts) + ".");
  }

  Draft fact(String label, String value) {
    evidence.fact(label, value);
    return this;
  }

  Evidence evidence() {
    return evidence;
  }

  Candidate candidate() {
    return new Candidate(
        about,
        key,
        subject,
        confidence,
        weight,
        seats,
        units,
        remedy,
        blockers,
        evidence.of(about));
  }
}
