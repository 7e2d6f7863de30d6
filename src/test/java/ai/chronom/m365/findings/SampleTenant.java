package ai.chronom.m365.findings;

import ai.chronom.m365.findings.rule.AllRules;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.CollectionResult;
import ai.chronom.m365.scan.CollectionState;
import ai.chronom.m365.scan.Inventory;
import ai.chronom.m365.scan.LicensedGroup;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.SnapshotUsers;
import ai.chronom.m365.scan.SubscribedSku;
import ai.chronom.m365.scan.Subscription;
import ai.chronom.m365.scan.UserTraces;
import ai.chronom.m365.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A tenant for tests: as many units as seats, everything readable, unless told otherwise. */
public final class SampleTenant {
  public static final TenantId ID =
      new TenantId(UUID.fromString("11111111-2222-4333-8444-555555555555"));

  /** What permissions beyond the guide's bring; nobody granted one unless told otherwise. */
  static final Set<CollectionName> OPTIONAL =
      EnumSet.of(
          CollectionName.NAME_CONCEALMENT,
          CollectionName.LEAVE_DATES,
          CollectionName.ELIGIBLE_ROLES,
          CollectionName.MAILBOX_PURPOSES,
          CollectionName.ROOMS,
          CollectionName.TEAMS_USERS,
          CollectionName.PSTN_CALLS,
          CollectionName.DIRECT_CALLS,
          CollectionName.ACCESS_POLICIES);

  private final List<SampleUser> users = new ArrayList<>();
  private final Map<SkuId, SubscribedSku> bought = new LinkedHashMap<>();
  private final Map<SkuId, Integer> enabled = new LinkedHashMap<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Map<CollectionName, CollectionResult> collections =
      new EnumMap<>(CollectionName.class);
  private final List<StatedPrice> prices = new ArrayList<>();
  private final Set<String> dismissed = new HashSet<>();
  private Thresholds thresholds = Thresholds.DEFAULTS;
  private TenantLists lists = TenantLists.NONE;
  private Snapshot.EarlierUnits earlier;
  private boolean signInsKnown = true;
  private Inventory inventory = Inventory.EMPTY;
  private final List<History.Day> days = new ArrayList<>();
  private final List<LicensedGroup> groups = new ArrayList<>();

  public static SampleTenant of(SampleUser... users) {
    return new SampleTenant().and(users);
  }

  public SampleTenant and(SampleUser... more) {
    users.addAll(List.of(more));
    return this;
  }

  public SampleTenant units(SkuId sku, int count) {
    enabled.put(sku, count);
    return this;
  }

  /** In the very words of Graph; consumed units are counted unless it says some. */
  public SampleTenant product(SubscribedSku product) {
    bought.put(product.skuId(), product);
    return this;
  }

  public SampleTenant purchase(SkuId sku, int units, boolean trial, Instant created, Instant next) {
    subscriptions.add(
        new Subscription(
            "sub-" + subscriptions.size(),
            sku,
            "Enabled",
            trial,
            units,
            created,
            next,
            null,
            null));
    return this;
  }

  /** A yearly purchase by that account. */
  public SampleTenant boughtBy(String owner, SkuId sku, int units) {
    subscriptions.add(
        new Subscription(
            "sub-" + subscriptions.size(),
            sku,
            "Enabled",
            false,
            units,
            SampleUser.ago(200),
            SampleUser.ago(-165),
            null,
            owner));
    return this;
  }

  public SampleTenant renewal(SkuId sku, int units, String date) {
    return purchase(
        sku,
        units,
        false,
        SampleUser.ago(200),
        LocalDate.parse(date).atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
  }

  public SampleTenant price(StatedPrice price) {
    prices.add(price);
    return this;
  }

  public SampleTenant dismissed(String rule, String key) {
    dismissed.add(rule + "|" + key);
    return this;
  }

  public SampleTenant thresholds(Thresholds other) {
    thresholds = other;
    return this;
  }

  public SampleTenant lists(TenantLists other) {
    lists = other;
    return this;
  }

  public SampleTenant earlierUnits(Duration before, Map<SkuId, Integer> units) {
    earlier = new Snapshot.EarlierUnits(SampleUser.NOW.minus(before), units);
    return this;
  }

  /** Beside “All staff”. */
  public SampleTenant group(String id, String rule, SkuId... skus) {
    groups.add(new LicensedGroup(id, "Group " + id, rule, false, List.of(skus)));
    return this;
  }

  private List<LicensedGroup> groups() {
    List<LicensedGroup> all = new ArrayList<>(groups);
    all.add(new LicensedGroup(SampleUser.GROUP, "All staff", null, false, List.of()));
    return all;
  }

  public SampleTenant subscription(Subscription one) {
    subscriptions.add(one);
    return this;
  }

  public SampleTenant inventory(Inventory other) {
    inventory = other;
    return this;
  }

  /** An earlier snapshot: what was needed of a product that day, and when its purchase renewed. */
  public SampleTenant remembers(int daysAgo, SkuId sku, int needed, String renewsOn) {
    LocalDate day = LocalDate.ofInstant(SampleUser.ago(daysAgo), java.time.ZoneOffset.UTC);
    days.add(
        new History.Day(
            day,
            Map.of(sku, new History.Span(needed, needed)),
            Map.of("sub-0", LocalDate.parse(renewsOn))));
    return this;
  }

  public SampleTenant signInsUnknown() {
    signInsKnown = false;
    return this;
  }

  public SampleTenant collection(CollectionName name, CollectionState state, long items) {
    return collection(name, state, items, LocalDate.parse("2026-11-21"));
  }

  public SampleTenant collection(
      CollectionName name, CollectionState state, long items, LocalDate asOf) {
    collections.put(name, new CollectionResult(name, state, items, null, asOf));
    return this;
  }

  /** The same tenant in a scan of its own, that much later. */
  public Snapshot later(Duration by) {
    Snapshot now = snapshot();
    return new Snapshot(
        now.scanId() + 1,
        now.tenantId(),
        now.takenAt().plus(by),
        now.signInsKnown(),
        now.collections(),
        now.skus(),
        now.subscriptions(),
        now.groups(),
        now.previousUnits(),
        now.users(),
        now.inventory());
  }

  public Snapshot snapshot() {
    Map<CollectionName, CollectionResult> results = new EnumMap<>(CollectionName.class);
    for (CollectionName name : CollectionName.values()) {
      results.put(
          name,
          new CollectionResult(
              name,
              CollectionState.COMPLETE,
              Math.max(1, users.size()),
              null,
              LocalDate.parse("2026-11-21")));
    }
    OPTIONAL.forEach(name -> results.put(name, ungranted(name)));
    if (users.stream().noneMatch(user -> user.traces().hasMailbox())) {
      results.put(CollectionName.REPORT_MAILBOXES, unread(CollectionName.REPORT_MAILBOXES));
    }
    results.putAll(collections);
    return new Snapshot(
        7,
        ID,
        SampleUser.NOW,
        signInsKnown,
        results,
        List.copyOf(products().values()),
        subscriptions,
        groups(),
        Optional.ofNullable(earlier),
        new SampleUsers(users),
        inventory);
  }

  /** In the order of the ids, each with its traces. */
  private record SampleUsers(List<SampleUser> users) implements SnapshotUsers {
    @Override
    public void forEachLicensed(Consumer<ScannedUser> visitor) {
      users.forEach(user -> visitor.accept(user.scanned()));
    }

    @Override
    public void forEachTraced(BiConsumer<ScannedUser, UserTraces> visitor) {
      users.forEach(user -> visitor.accept(user.scanned(), user.traces().traces()));
    }
  }

  /** The tenant granted what brings these. */
  public SampleTenant granted(CollectionName... names) {
    for (CollectionName name : names) {
      collection(name, CollectionState.COMPLETE, 1);
    }
    return this;
  }

  private static CollectionResult ungranted(CollectionName name) {
    return new CollectionResult(name, CollectionState.NOT_GRANTED, 0, null, null);
  }

  private static CollectionResult unread(CollectionName name) {
    return new CollectionResult(name, CollectionState.NOT_PERMITTED, 0, null, null);
  }

  private Map<SkuId, SubscribedSku> products() {
    Map<SkuId, SubscribedSku> products = new LinkedHashMap<>();
    Set<SkuId> all = new HashSet<>(enabled.keySet());
    users.forEach(user -> user.scanned().seats().forEach(seat -> all.add(seat.skuId())));
    all.forEach(sku -> products.put(sku, counted(sku)));
    products.putAll(bought);
    return products;
  }

  private SubscribedSku counted(SkuId sku) {
    int used = (int) users.stream().filter(user -> user.seats().contains(sku)).count();
    return sku(sku, enabled.getOrDefault(sku, used), used);
  }

  public static SubscribedSku sku(SkuId sku, int enabledUnits, int consumedUnits) {
    return new SubscribedSku(
        sku,
        SampleSkus.partNumber(sku),
        "User",
        "Enabled",
        enabledUnits,
        0,
        0,
        0,
        consumedUnits,
        SampleSkus.plans(sku));
  }

  public Inquiry inquiry() {
    Snapshot snapshot = snapshot();
    PriceBook book = new PriceBook(SkuCatalog.builtIn(), prices);
    return Inquiry.of(
            snapshot,
            Holdings.of(snapshot, SkuCatalog.builtIn(), book, lists.excluded()),
            PlanLadder.builtIn(),
            thresholds,
            lists)
        .with(new History(days));
  }

  /** What all rules make of it. */
  public Evaluated evaluate() {
    return new Evaluated(
        new EvaluationRun(
                inquiry(),
                AllRules.ruleBook(),
                candidate -> dismissed.contains(candidate.about().id() + "|" + candidate.key()))
            .evaluate(SampleUser.NOW));
  }
}
