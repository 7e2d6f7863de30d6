package ai.chronom.m365.sandbox.contoso;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a product came to a person.
 *
 * @param disabledPlans names of the plans switched off
 * @param group the group it came by; null when assigned directly
 * @param error why group-based licensing failed; null when the license is active
 */
public record Assignment(
    Product product,
    List<String> disabledPlans,
    @Nullable LicenseGroup group,
    @Nullable String error) {

  static Assignment direct(String partNumber, String... disabledPlans) {
    return new Assignment(Products.of(partNumber), List.of(disabledPlans), null, null);
  }

  static Assignment through(LicenseGroup group) {
    return new Assignment(group.product().orElseThrow(), List.of(), group, null);
  }

  static Assignment failing(LicenseGroup group, String error) {
    return new Assignment(group.product().orElseThrow(), List.of(), group, error);
  }

  public boolean isActive() {
    return error == null;
  }

  public Optional<LicenseGroup> byGroup() {
    return Optional.ofNullable(group);
  }

  public boolean switchesOff(ServicePlan plan) {
    return disabledPlans.contains(plan.name());
  }
}
