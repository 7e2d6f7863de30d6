package ai.chronom.m365.report;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.FindingState;
import ai.chronom.m365.findings.IdentityClass;
import ai.chronom.m365.findings.RuleId;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.SkuId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's account: what it holds, how it is used, and what was found about it. Amounts are per
 * month. Texts come from the tenant and are hostile until escaped.
 *
 * @param identity what the account is for
 * @param identityWhy why we think so
 * @param roles administrators' roles that it holds
 * @param lastActive the newest sign of use; null when there is none
 * @param monthly what its paid licenses cost; null when no price is known
 * @param asOf when the snapshot was taken
 */
public record UserFile(
    String id,
    String userPrincipalName,
    @Nullable String displayName,
    @Nullable String jobTitle,
    @Nullable String department,
    @Nullable String userType,
    boolean enabled,
    boolean synced,
    @Nullable Instant createdAt,
    IdentityClass identity,
    String identityWhy,
    List<String> roles,
    String activity,
    @Nullable Instant lastActive,
    @Nullable Money monthly,
    Instant asOf,
    List<License> licenses,
    List<UseTrace> uses,
    List<Found> findings) {
  public UserFile {
    roles = List.copyOf(roles);
    licenses = List.copyOf(licenses);
    uses = List.copyOf(uses);
    findings = List.copyOf(findings);
  }

  /**
   * One license.
   *
   * @param paid false when it costs nothing, or no rule may count it
   * @param price null when unknown
   * @param plansOff service plans that are switched off on every way
   * @param since when one of the ways changed last; null when Microsoft says none
   * @param claims what findings want of this seat
   */
  public record License(
      SkuId skuId,
      String name,
      boolean paid,
      @Nullable Money price,
      int plansOff,
      List<Way> ways,
      @Nullable Instant since,
      List<Claim> claims) {
    public License {
      ways = List.copyOf(ways);
      claims = List.copyOf(claims);
    }
  }

  /**
   * One way by which a license came.
   *
   * @param groupId null for a direct assignment
   * @param group its name; its id when the name is not known
   * @param error null when Microsoft says none
   */
  public record Way(
      @Nullable String groupId, @Nullable String group, String state, @Nullable String error) {}

  /**
   * What a finding wants of a seat.
   *
   * @param replacements names of what comes instead; empty when nothing
   * @param net what it adds to the saving; null when the price is unknown
   * @param countedIn the rule that counts this seat already; null otherwise
   */
  public record Claim(
      String findingId,
      RuleId rule,
      String title,
      Confidence confidence,
      FindingState state,
      List<String> replacements,
      @Nullable Money net,
      @Nullable RuleId countedIn) {
    public Claim {
      replacements = List.copyOf(replacements);
    }
  }

  /** A finding that speaks of the account. */
  public record Found(
      String id,
      RuleId rule,
      String title,
      Confidence confidence,
      FindingState state,
      String remedy,
      @Nullable Money net) {}
}
