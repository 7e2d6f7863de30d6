package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a settlement as few bytes, and makes an equal one of them. */
final class SettlementPacker {
  /** A text that follows letter by letter; others are numbers of words, behind this one. */
  private static final int SPELLED = 0;

  private static final int NOTHING = 0;

  private final Words words;
  private final PackedBytes bytes;

  SettlementPacker(Words words, PackedBytes bytes) {
    this.words = words;
    this.bytes = bytes;
  }

  /**
   * @param settlement its seats are those of its candidate
   */
  void write(Settlement settlement) {
    Candidate candidate = settlement.candidate();
    word(candidate.about());
    bytes.text(candidate.key());
    bytes.text(candidate.subject());
    word(candidate.confidence());
    word(candidate.weight());
    word(settlement.dismissed());
    text(candidate.remedy());
    bytes.number(candidate.blockers().size());
    candidate.blockers().forEach(this::text);
    bytes.number(candidate.evidence().size());
    candidate
        .evidence()
        .forEach(
            (label, fact) -> {
              text(label);
              text(fact);
            });
    optional(candidate.units());
    optional(settlement.gross());
    optional(settlement.net());
    bytes.number(settlement.seats().size());
    settlement.seats().forEach(seat -> seat(seat, candidate));
  }

  Settlement read() {
    About about = word(About.class);
    String key = bytes.text();
    String subject = bytes.text();
    Confidence confidence = word(Confidence.class);
    Candidate.Weight weight = word(Candidate.Weight.class);
    boolean dismissed = word(Boolean.class);
    String remedy = text();
    List<String> blockers = texts();
    Map<String, String> evidence = new LinkedHashMap<>();
    for (int left = bytes.number(); left > 0; left--) {
      evidence.put(text(), text());
    }
    Candidate.SpareUnits units = optional(Candidate.SpareUnits.class);
    BigDecimal gross = optional(BigDecimal.class);
    BigDecimal net = optional(BigDecimal.class);
    List<Settlement.SettledSeat> seats = seats(key, subject);
    List<SeatClaim> claims = seats.stream().map(Settlement.SettledSeat::claim).toList();
    return new Settlement(
        new Candidate(
            about, key, subject, confidence, weight, claims, units, remedy, blockers, evidence),
        dismissed,
        gross,
        net,
        seats);
  }

  private List<String> texts() {
    int count = bytes.number();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  /** Mostly the account that key and subject name already. */
  private void seat(Settlement.SettledSeat seat, Candidate candidate) {
    SeatClaim claim = seat.claim();
    part(claim.userId(), candidate.key());
    part(claim.userPrincipalName(), candidate.subject());
    word(claim.skuId());
    bytes.number(claim.replacements().size());
    claim.replacements().forEach(this::word);
    optional(seat.gross());
    optional(seat.net());
    optional(seat.countedIn());
  }

  private List<Settlement.SettledSeat> seats(String key, String subject) {
    int count = bytes.number();
    List<Settlement.SettledSeat> seats = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String userId = part(key);
      String userPrincipalName = part(subject);
      SkuId sku = word(SkuId.class);
      List<SkuId> replacements = new ArrayList<>();
      for (int left = bytes.number(); left > 0; left--) {
        replacements.add(word(SkuId.class));
      }
      seats.add(
          new Settlement.SettledSeat(
              new SeatClaim(userId, userPrincipalName, sku, replacements),
              optional(BigDecimal.class),
              optional(BigDecimal.class),
              optional(RuleId.class)));
    }
    return seats;
  }

  /** As the length of what the whole begins with, if it does. */
  private void part(String text, String whole) {
    if (!text.isEmpty() && whole.startsWith(text)) {
      bytes.number(text.length());
    } else {
      bytes.number(SPELLED);
      bytes.text(text);
    }
  }

  private String part(String whole) {
    int length = bytes.number();
    return length == SPELLED ? bytes.text() : whole.substring(0, length);
  }

  private void text(String text) {
    int number = words.textNumber(text);
    bytes.number(number + 1);
    if (number < 0) {
      bytes.text(text);
    }
  }

  private String text() {
    int number = bytes.number();
    return number == SPELLED ? bytes.text() : words.value(number - 1, String.class);
  }

  private void word(Object value) {
    bytes.number(words.number(value));
  }

  private <T> T word(Class<T> type) {
    return words.value(bytes.number(), type);
  }

  private void optional(@Nullable Object value) {
    bytes.number(value == null ? NOTHING : words.number(value) + 1);
  }

  private <T> @Nullable T optional(Class<T> type) {
    int number = bytes.number();
    return number == NOTHING ? null : words.value(number - 1, type);
  }
}
