package ai.chronom.m365.findings;

import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.scan.SubscribedSku;
import ai.chronom.m365.scan.Subscription;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tenant in so few words that jqwik can make it smaller and show it: each part stands for itself,
 * and leaving one out leaves a tenant.
 *
 * @param currency of the stated prices; list prices are in dollars
 */
record RandomTenant(
    List<Someone> people,
    List<Bought> products,
    List<Stated> prices,
    Decisions decisions,
    String currency) {

  /** How somebody lives with a license; each gives some rule a reason. */
  enum Life {
    WORKS,
    IDLE,
    NEVER_CAME,
    BLOCKED,
    GUEST,
    NEWCOMER,
    LEFT,
    SHARED_MAILBOX,
    ROOM,
    SECOND_ACCOUNT,
    BROWSER_ONLY,
    PHONE_APPLICATION
  }

  /** How a seat came to somebody. */
  enum Way {
    DIRECT,
    BY_GROUP,
    BOTH,
    BY_TWO_GROUPS,
    GROUP_FAILS,
    MAIL_OFF
  }

  record Assigned(String product, Way way) {}

  record Someone(Life life, int days, List<Assigned> seats) {}

  /**
   * A product's counts as Microsoft tells them, and its purchases.
   *
   * @param status of the product: Enabled, Warning, Suspended …
   * @param counted units in use; fewer or more than seats that are seen
   */
  record Bought(
      String product,
      String status,
      int enabled,
      int warning,
      int counted,
      List<Purchase> purchases) {}

  record Purchase(int units, boolean trial, String status, int createdDaysAgo, int renewsInDays) {}

  record Stated(String product, String amount, PriceOrigin origin, int validInDays) {}

  /** What the admin decided. */
  record Decisions(
      Map<Threshold, Integer> moved,
      Map<String, Integer> buffers,
      Map<String, Integer> minimums,
      Set<String> excluded,
      Set<Integer> onLeave,
      Set<Integer> guarded,
      Set<String> dismissed,
      boolean signInsKnown,
      int jumpedUnits) {}

  static final Map<String, SkuId> PRODUCTS =
      Map.ofEntries(
          Map.entry("E5", SampleSkus.E5),
          Map.entry("E3", SampleSkus.E3),
          Map.entry("OFFICE_E3", SampleSkus.OFFICE_E3),
          Map.entry("E1", SampleSkus.OFFICE_E1),
          Map.entry("F3", SampleSkus.F3),
          Map.entry("BUSINESS_PREMIUM", SampleSkus.BUSINESS_PREMIUM),
          Map.entry("BUSINESS_STANDARD", SampleSkus.BUSINESS_STANDARD),
          Map.entry("EMS", SampleSkus.EMS),
          Map.entry("EXCHANGE_2", SampleSkus.EXCHANGE_2),
          Map.entry("APPS", SampleSkus.APPS),
          Map.entry("COPILOT", SampleSkus.COPILOT),
          Map.entry("PHONE", SampleSkus.PHONE),
          Map.entry("AUDIO", SampleSkus.AUDIO),
          Map.entry("POWER_BI", SampleSkus.POWER_BI_PRO),
          Map.entry("VISIO", SampleSkus.VISIO),
          Map.entry("VISIO_DEPARTMENT", SampleSkus.VISIO_DEPARTMENT),
          Map.entry("PROJECT", SampleSkus.PROJECT),
          Map.entry("INTUNE", SampleSkus.INTUNE),
          Map.entry("ENTRA_P2", SampleSkus.ENTRA_P2),
          Map.entry("E5_SECURITY", SampleSkus.E5_SECURITY),
          Map.entry("ROOMS_PRO", SampleSkus.ROOMS_PRO),
          Map.entry("POWER_APPS_PER_APP", SampleSkus.POWER_APPS_PER_APP),
          Map.entry("FLOW_FREE", SampleSkus.FLOW_FREE),
          Map.entry("STORAGE", SampleSkus.STORAGE),
          Map.entry("UNKNOWN", SampleSkus.UNKNOWN));

  Evaluated evaluate() {
    SampleTenant tenant = SampleTenant.of();
    for (int i = 0; i < people.size(); i++) {
      tenant.and(user("user" + i, people.get(i)));
    }
    products.forEach(bought -> buy(tenant, bought));
    prices.forEach(price -> tenant.price(stated(price)));
    decide(tenant);
    return tenant.evaluate();
  }

  private static SampleUser user(String name, Someone someone) {
    SampleUser user = live(SampleUser.named(name), someone);
    for (Assigned seat : someone.seats()) {
      SkuId sku = PRODUCTS.get(seat.product());
      switch (seat.way()) {
        case DIRECT -> user.with(sku);
        case BY_GROUP -> user.byGroup(sku);
        case BOTH -> user.with(sku).byGroup(sku);
        case BY_TWO_GROUPS -> user.byGroup(sku).byGroup(sku, "another-group");
        case GROUP_FAILS -> user.failing(sku, "CountViolation");
        case MAIL_OFF -> user.without(sku, "EXCHANGE_S_ENTERPRISE");
      }
    }
    return user;
  }

  private static SampleUser live(SampleUser user, Someone someone) {
    int days = someone.days();
    return switch (someone.life()) {
      case WORKS -> user.seen(by -> by.mailbox(1 + days % 60, days % 7 == 0, "User"));
      case IDLE -> user.idle(days).seen(by -> by.copilot(days, 0L).teams(0, 0, 0));
      case NEVER_CAME -> user.never().created(days);
      case BLOCKED -> user.idle(days).disabled().seen(by -> by.mailbox(days % 60, false, "User"));
      case GUEST -> user.guest();
      case NEWCOMER -> user.created(days % 30).assigned(days % 30);
      case LEFT -> user.seen(by -> by.left(days - 60));
      case SHARED_MAILBOX ->
          user.never().disabled().seen(by -> by.mailbox(days % 60, days % 5 == 0, "Shared"));
      case ROOM -> user.never().disabled().seen(by -> by.mailbox(1, false, "Room"));
      case SECOND_ACCOUNT -> user.employeeId("C-user0").seen(by -> by.role("Global Administrator"));
      case BROWSER_ONLY ->
          user.seen(by -> by.apps(days).activated("Microsoft 365 Apps", null).teams(0, 0, 3));
      case PHONE_APPLICATION -> user.department("Microsoft Communication Application Instance");
    };
  }

  private static void buy(SampleTenant tenant, Bought bought) {
    SkuId sku = PRODUCTS.get(bought.product());
    var counts = SampleTenant.sku(sku, bought.enabled(), bought.counted());
    tenant.product(
        new SubscribedSku(
            sku,
            counts.partNumber(),
            bought.product().equals("STORAGE") ? "Company" : "User",
            bought.status(),
            bought.enabled(),
            bought.warning(),
            0,
            0,
            bought.counted(),
            counts.plans()));
    for (Purchase one : bought.purchases()) {
      tenant.subscription(
          new Subscription(
              "sub-" + bought.product() + "-" + bought.purchases().indexOf(one),
              sku,
              one.status(),
              one.trial(),
              one.units(),
              SampleUser.ago(one.createdDaysAgo()),
              one.renewsInDays() < 0 ? null : SampleUser.ago(-one.renewsInDays()),
              null,
              null));
    }
  }

  private StatedPrice stated(Stated price) {
    return new StatedPrice(
        PRODUCTS.get(price.product()),
        Money.of(price.amount(), currency),
        LocalDate.ofInstant(SampleUser.ago(-price.validInDays()), ZoneOffset.UTC),
        price.origin(),
        "contract",
        "admin",
        SampleUser.NOW);
  }

  private void decide(SampleTenant tenant) {
    tenant.thresholds(
        new Thresholds(decisions.moved(), bySku(decisions.buffers()), bySku(decisions.minimums())));
    tenant.lists(
        new TenantLists(
                Map.of(),
                Set.copyOf(decisions.excluded().stream().map(PRODUCTS::get).toList()),
                Map.of(),
                Map.of())
            .with(PeopleList.ON_LEAVE, members(decisions.onLeave()))
            .with(PeopleList.PROTECTED, members(decisions.guarded())));
    for (String one : decisions.dismissed()) {
      SkuId sku = PRODUCTS.get(one);
      if (sku != null) {
        tenant.dismissed("R01", sku.toString());
      } else {
        List.of("R03", "R04", "R05", "R08", "R13").forEach(rule -> tenant.dismissed(rule, one));
      }
    }
    if (!decisions.signInsKnown()) {
      tenant.signInsUnknown();
    }
    if (decisions.jumpedUnits() > 0) {
      Map<SkuId, Integer> before = new HashMap<>();
      products.forEach(
          one -> before.put(PRODUCTS.get(one.product()), one.enabled() + decisions.jumpedUnits()));
      tenant.earlierUnits(Duration.ofHours(6), before);
    }
  }

  private static Map<SkuId, Integer> bySku(Map<String, Integer> byName) {
    Map<SkuId, Integer> all = new HashMap<>();
    byName.forEach((name, units) -> all.put(PRODUCTS.get(name), units));
    return all;
  }

  private static Members members(Set<Integer> numbers) {
    return Members.accounts(
        numbers.stream().map(number -> "id-user" + number).toArray(String[]::new));
  }
}
