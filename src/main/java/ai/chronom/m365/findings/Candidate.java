package ai.chronom.m365.findings;

import ai.chronom.m365.license.SkuId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found, before the ledger says what it is worth.
 *
 * @param key names the subject within the rule, the same in every scan
 * @param subject the same in words
 * @param weight what the seats are wanted for
 * @param units spare units of a product; null when it is about seats
 */
public record Candidate(
    About about,
    String key,
    String subject,
    Confidence confidence,
    Weight weight,
    List<SeatClaim> seats,
    @Nullable SpareUnits units,
    String remedy,
    List<String> blockers,
    Map<String, String> evidence) {
  public Candidate {
    seats = List.copyOf(seats);
    blockers = List.copyOf(blockers);
    evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
  }

  /** Whether a finding claims its seats. */
  public enum Weight {
    CLAIM,
    /** Worth knowing, worth no money. */
    ADVICE
  }

  /** Units that nobody uses. */
  public record SpareUnits(SkuId skuId, int count) {}
}
