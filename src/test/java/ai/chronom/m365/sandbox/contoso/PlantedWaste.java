package ai.chronom.m365.sandbox.contoso;

import java.util.Map;
import java.util.Set;

/**
 * What the maker of a company planted, by the rule of the catalog; ids of accounts, part numbers of
 * products, and ids of groups and purchases. Nothing here asks a rule.
 */
public interface PlantedWaste {
  static PlantedWaste of(Company company, Contoso contoso) {
    return company == Company.USUAL ? new ContosoWaste(contoso) : new RareWaste(contoso);
  }

  /** All that a rule should see; rules that are not named find nothing. */
  Map<String, Set<String>> byRule();

  /** What looks alike and is in order, so that the rule must leave it alone. */
  Map<String, Set<String>> nearMisses();
}
