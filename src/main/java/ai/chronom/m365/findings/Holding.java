package ai.chronom.m365.findings;

import ai.chronom.m365.license.PlanId;
import ai.chronom.m365.license.Sku;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.SkuKind;
import ai.chronom.m365.license.SkuTrait;
import ai.chronom.m365.license.UnitPrice;
import ai.chronom.m365.scan.SubscribedSku;
import ai.chronom.m365.scan.Subscription;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A product that the tenant bought, with what we know of it.
 *
 * @param known empty when our catalog does not have it
 * @param trialUnits usable units that are on trial, beside paid ones
 * @param subscriptions its purchases; empty when they could not be read
 * @param plans all that it contains; shared by its seats, so that a million of them fit
 * @param working those of them that Microsoft has finished providing in this tenant
 * @param name our catalog's, else that of Microsoft's table; the part number when neither has it
 */
public record Holding(
    SubscribedSku bought,
    Optional<Sku> known,
    SkuClass skuClass,
    int trialUnits,
    List<Subscription> subscriptions,
    Optional<UnitPrice> price,
    Set<PlanId> plans,
    Set<PlanId> working,
    String name) {
  public Holding {
    subscriptions = List.copyOf(subscriptions);
    plans = Set.copyOf(plans);
    working = Set.copyOf(working);
  }

  static Holding of(
      SubscribedSku bought,
      Optional<Sku> known,
      SkuClass skuClass,
      List<Subscription> subscriptions,
      Optional<UnitPrice> price) {
    Set<PlanId> plans = new HashSet<>();
    Set<PlanId> working = new HashSet<>();
    for (SubscribedSku.Plan plan : bought.plans()) {
      plans.add(plan.planId());
      if (plan.provisioningStatus().equals("Success")) {
        working.add(plan.planId());
      }
    }
    String name = known.map(Sku::name).orElse(bought.partNumber());
    return new Holding(bought, known, skuClass, 0, subscriptions, price, plans, working, name);
  }

  /** The same, so many of its units being on trial. */
  Holding onTrial(int units) {
    return new Holding(bought, known, skuClass, units, subscriptions, price, plans, working, name);
  }

  /** The same under another name. */
  Holding named(String other) {
    return new Holding(
        bought, known, skuClass, trialUnits, subscriptions, price, plans, working, other);
  }

  /** The same, left alone by all rules. */
  Holding excluded() {
    return new Holding(
        bought, known, SkuClass.EXCLUDED, 0, subscriptions, price, plans, working, name);
  }

  public SkuId id() {
    return bought.skuId();
  }

  public SkuKind kind() {
    return known.map(Sku::kind).orElse(SkuKind.UNKNOWN);
  }

  public String family() {
    return known.map(Sku::family).orElse("");
  }

  public boolean is(SkuTrait trait) {
    return known.filter(sku -> sku.is(trait)).isPresent();
  }

  public boolean paid() {
    return skuClass == SkuClass.PAID;
  }

  /** Whether its units are still being paid for. */
  public boolean running() {
    return bought.capabilityStatus().equals("Enabled")
        || bought.capabilityStatus().equals("Warning");
  }

  /** Usable units that cost money. */
  public int purchased() {
    return Math.max(0, bought.enabledUnits() - trialUnits);
  }

  /** Units bought and not in use; negative when more are in use than bought. */
  public int spare() {
    return purchased() - bought.consumedUnits();
  }

  /** Per month; zero when the price is unknown, so that only units are counted then. */
  public BigDecimal unitAmount() {
    return price.map(known -> known.amount().amount()).orElse(BigDecimal.ZERO);
  }
}
