package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.About;
import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Candidate;
import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.Gap;
import ai.chronom.m365.findings.Holding;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Inspection;
import ai.chronom.m365.findings.Rule;
import ai.chronom.m365.findings.Verdict;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.SecureScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** R20: an add-on for security or compliance of which the tenant seems to use little. */
public final class UnusedSecurityFeatures implements Rule {
  static final About ABOUT =
      new About(
          "R20",
          "Security and compliance features unused",
          11,
          CollectionName.SUBSCRIBED_SKUS,
          CollectionName.USERS,
          CollectionName.SENSITIVITY_LABELS,
          CollectionName.EDISCOVERY_CASES,
          CollectionName.MANAGED_DEVICES,
          CollectionName.SECURE_SCORE);

  @Override
  public About about() {
    return ABOUT;
  }

  /** Something that can be read, and the products that are worth less without it. */
  private enum Sign {
    LABELS(
        "No sensitivity label exists.",
        CollectionName.SENSITIVITY_LABELS,
        Set.of("E5-COMP", "F5-COMP", "F5-SECCOMP", "ADV-COMP", "AIP-P1")),
    CASES(
        "No eDiscovery case exists.",
        CollectionName.EDISCOVERY_CASES,
        Set.of("E5-COMP", "F5-COMP", "F5-SECCOMP", "ADV-COMP")),
    DOMAIN(
        "No account comes from an on-premises Active Directory, which Defender for Identity guards.",
        CollectionName.USERS,
        Set.of("MDI", "E5-SEC", "E5-SEC-EMS", "EMS-E5", "F5-SEC", "F5-SECCOMP")),
    WINDOWS(
        "Intune manages no Windows device.",
        CollectionName.MANAGED_DEVICES,
        Set.of(
            "MDE-P1",
            "MDE-P2",
            "MDE-F2",
            "MDB",
            "MDVM",
            "MDVM-ADDON",
            "WIN-E5",
            "E5-SEC",
            "F5-SEC",
            "F5-SECCOMP")),
    MAIL(
        "Exchange Online is not in use, whose mail Defender for Office 365 guards.",
        CollectionName.SECURE_SCORE,
        Set.of("MDO-P1", "MDO-P2", "E5-SEC", "F5-SEC", "F5-SECCOMP"));

    private final String sentence;
    private final CollectionName source;
    private final Set<String> families;

    Sign(String sentence, CollectionName source, Set<String> families) {
      this.sentence = sentence;
      this.source = source;
      this.families = families;
    }
  }

  @Override
  public Inspection inspect(Inquiry inquiry) {
    return new Features(inquiry);
  }

  private static final class Features implements Inspection {
    private final Inquiry inquiry;
    private boolean synced;
    private boolean windows;

    Features(Inquiry inquiry) {
      this.inquiry = inquiry;
    }

    @Override
    public void notice(Account account) {
      synced |= account.user().synced();
      windows |=
          account.traces().devices().stream()
              .anyMatch(
                  device ->
                      device.operatingSystem() == null
                          || device.operatingSystem().startsWith("Windows"));
    }

    @Override
    public List<Candidate> conclude() {
      List<Sign> seen = Arrays.stream(Sign.values()).filter(this::shows).toList();
      return inquiry.holdings().all().stream()
          .filter(holding -> holding.paid() && holding.running() && holding.purchased() > 0)
          .flatMap(
              holding -> {
                List<Sign> of =
                    seen.stream().filter(sign -> sign.families.contains(holding.family())).toList();
                return of.isEmpty() ? Stream.empty() : Stream.of(candidate(holding, of));
              })
          .toList();
    }

    /** What could not be read proves nothing. */
    private boolean shows(Sign sign) {
      return inquiry.sources().known(sign.source)
          && switch (sign) {
            case LABELS, CASES -> inquiry.snapshot().collection(sign.source).items() == 0;
            case DOMAIN -> !synced;
            case WINDOWS -> !windows;
            case MAIL -> withoutMail();
          };
    }

    private boolean withoutMail() {
      List<String> services =
          inquiry.snapshot().inventory().secureScore().map(SecureScore::services).orElse(List.of());
      return !services.isEmpty()
          && services.stream()
              .noneMatch(service -> service.toLowerCase(Locale.ROOT).contains("exchange"));
    }

    private Candidate candidate(Holding holding, List<Sign> signs) {
      Draft draft =
          new Draft(inquiry, ABOUT, holding.id().toString(), holding.name())
              .confidence(Confidence.LOW)
              .advice()
              .units(holding.id(), holding.purchased())
              .remedy(
                  "Ask who owns security and compliance whether this product is still wanted, for"
                      + " all or for some. If it is not, do not renew it: Microsoft 365 admin center >"
                      + " Billing > Your products.")
              .blocker("Features that protect the whole tenant leave no trace per user.");
      for (Sign sign : signs) {
        draft.fact("Sign " + (signs.indexOf(sign) + 1) + " of " + signs.size(), sign.sentence);
      }
      return draft.fact("Units", String.valueOf(holding.purchased())).candidate();
    }

    private boolean concerned() {
      return inquiry.holdings().all().stream()
          .filter(Holding::paid)
          .anyMatch(
              holding ->
                  Arrays.stream(Sign.values())
                      .anyMatch(sign -> sign.families.contains(holding.family())));
    }

    @Override
    public Verdict verdict() {
      List<Gap> gaps = new ArrayList<>();
      Arrays.stream(Sign.values())
          .filter(sign -> sign.source != CollectionName.USERS)
          .forEach(sign -> gaps.addAll(inquiry.sources().gaps(sign.source)));
      if (concerned()) {
        gaps.add(Gap.notCollected("use of single security features"));
      }
      return inquiry.verdict(gaps);
    }
  }
}
