package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** The rules that are applied. A new rule is one more line here. */
@ApplicationScoped
public class AllRules {
  /** The same for everybody. */
  @Produces
  public static RuleBook ruleBook() {
    return new RuleBook(
        List.of(
            new UnassignedUnits(),
            new DisabledAccounts(),
            new InactiveAccounts(),
            new NeverSignedIn(),
            new LicensedGuests(),
            new OverlappingSuites(),
            new AddOnInSuite(),
            new DoubleAssignment(),
            new MailboxesWithoutPerson(),
            new UnusedDesktopApps(),
            new UnusedCopilot(),
            new CountReconciliation(),
            new OverAssigned(),
            new AddOnWithoutBase(),
            new LargestSuite(),
            new SmallerSuite(),
            new BusinessCap(),
            new ConsolidatedSuite(),
            new UnusedSpecialApps(),
            new UnusedPhone(),
            new IntuneWithoutDevice(),
            new PaidResourceAccount(),
            new RetiredProducts(),
            new GroupErrors(),
            new EndingSubscriptions(),
            new EndingTrials(),
            new RenewalQuantities(),
            new MostlySwitchedOff(),
            new LicensedLeavers(),
            new AdminWithSuite(),
            new PriceChanges(),
            new WastefulGroups(),
            new LicenseHygiene(),
            new SelfServicePurchases(),
            new MonthlyPremium(),
            new UnusedSecurityFeatures(),
            new EntraPremiumUse()),
        List.of());
  }
}
