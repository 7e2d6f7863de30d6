package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.license.SkuId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedFindingsTest {
  private static final SkuId E5 = SkuId.of("06ebc4ee-1bb5-47dd-8120-11324bc54e06");
  private static final SkuId E3 = SkuId.of("05e9a617-0261-4cee-bb44-138d3ef5d965");

  private final PackedFindings findings = new PackedFindings();

  private static Settlement finding(String user, String words, Settlement.SettledSeat... seats) {
    Map<String, String> evidence = new LinkedHashMap<>();
    evidence.put("Seen", words);
    evidence.put("Also", "\uD83D\uDE00 never");
    List<SeatClaim> claims = List.of(seats).stream().map(Settlement.SettledSeat::claim).toList();
    return Settlement.of(
        new Candidate(
            new About("R03", "Unused", 3),
            user + " " + E5,
            user + "@contoso.com",
            Confidence.MEDIUM,
            Candidate.Weight.CLAIM,
            claims,
            null,
            "Remove it, says " + words,
            List.of("On hold", words),
            evidence),
        user.length() % 2 == 0,
        List.of(seats));
  }

  private static Settlement.SettledSeat seat(String user, String name, String net) {
    return new Settlement.SettledSeat(
        new SeatClaim(user, name, E5, List.of(E3)),
        new BigDecimal("57.00"),
        net == null ? null : new BigDecimal(net),
        net == null ? new RuleId("R01") : null);
  }

  @Test
  void givesBackWhatWasPutIn() {
    Settlement alone = finding("ann", "words");
    Settlement seated =
        finding(
            "bob",
            "words",
            seat("bob", "bob@contoso.com", "20.990"),
            seat("eve", "", "0"),
            seat("", "bob", null));
    findings.add(alone);
    findings.add(seated);

    assertThat(findings).containsExactly(alone, seated);
    assertThat(findings.get(1).seats().get(0).net()).hasToString("20.990");
    assertThat(findings.get(1).candidate().evidence().keySet()).containsExactly("Seen", "Also");
  }

  @Test
  void givesBackSpareUnits() {
    Settlement units =
        new Settlement(
            new Candidate(
                new About("R01", "Spare", 1),
                E5.toString(),
                "Microsoft 365 E5",
                Confidence.HIGH,
                Candidate.Weight.ADVICE,
                List.of(),
                new Candidate.SpareUnits(E5, 40_000_000),
                "",
                List.of(),
                Map.of()),
            false,
            BigDecimal.TEN,
            null,
            List.of());
    findings.add(units);

    assertThat(findings).containsExactly(units);
  }

  /**
   * More words than are remembered, longer ones than a chunk, more findings than the first room.
   */
  @Test
  void hasRoomForMany() {
    List<Settlement> all = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      all.add(finding("user" + i, "word " + i));
    }
    all.add(finding("long", "x".repeat(3_000_000)));
    all.add(finding("ann", "word 3"));
    findings.addAll(all);

    assertThat(findings).hasSize(all.size()).isEqualTo(all);
  }
}
