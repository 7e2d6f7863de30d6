package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.container.BuiltWar;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.JobKind;
import ai.chronom.m365.job.Jobs;
import ai.chronom.m365.job.LeaseLost;
import ai.chronom.m365.license.Money;
import ai.chronom.m365.license.PriceOrigin;
import ai.chronom.m365.license.Prices;
import ai.chronom.m365.license.ProductNames;
import ai.chronom.m365.license.ProductTable;
import ai.chronom.m365.license.ProductTableChange;
import ai.chronom.m365.license.Segment;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.StatedPrice;
import ai.chronom.m365.problem.Listing;
import ai.chronom.m365.problem.PageRequest;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.verification.Timeline;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Findings as the server keeps them, from evaluation to evaluation, on a real database. */
@ExtendWith(ArquillianExtension.class)
class FindingsContainerIT {
  private static final Actor ANN = new Actor("ann");
  private static final PageRequest FIRST = new PageRequest(0, 50);

  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject EvaluationDesk desk;
  @Inject Evaluations evaluations;
  @Inject Findings findings;
  @Inject Prices prices;
  @Inject ProductTable products;
  @Inject SettingsBook settings;
  @Inject UseLists uses;
  @Inject Trends trends;
  @Inject RenewalWatch renewals;
  @Inject Timeline timeline;
  @Inject Clock clock;
  @Inject WhatIf whatIf;

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource database;

  private final TenantId contoso = SampleTenant.ID;
  private Claim claim;

  @Deployment
  static WebArchive war() {
    return BuiltWar.forTests()
        .addClasses(
            SampleTenant.class,
            SampleUser.class,
            SampleTraces.class,
            SampleSkus.class,
            Evaluated.class);
  }

  @BeforeEach
  void connect() {
    URI host = URI.create("https://localhost");
    Cloud cloud = new Cloud("global", "Global", host, host, host, List.of("localhost"));
    tenants.add(
        new Tenant(
            contoso,
            "Contoso",
            new ApplicationId(UUID.randomUUID()),
            cloud,
            Instant.parse("2026-11-01T00:00:00Z")));
    claimAgain();
  }

  @AfterEach
  void remove() {
    tenants.remove(contoso);
  }

  /** The server's own timer may be faster, find no scan, and give the job back. */
  private void claimAgain() {
    Optional<Claim> ours = Optional.empty();
    while (ours.isEmpty()) {
      desk.request(contoso);
      ours = jobs.claim(JobKind.EVALUATE, contoso);
    }
    claim = ours.get();
  }

  /** Publishes what the rules make of the tenant, as if it were the newest scan. */
  private void publish(SampleTenant tenant) {
    SeatWatch watch = desk.watch(contoso);
    watch.over(tenant.snapshot()).users().forEachLicensed(user -> {});
    desk.publish(claim, tenant.evaluate().outcome(), desk.inputs(contoso), watch);
  }

  private static SampleTenant idle(String... names) {
    SampleTenant tenant = SampleTenant.of().product(SampleTenant.sku(E5, 20, 10));
    for (String name : names) {
      tenant.and(SampleUser.named(name).idle(200).with(E3));
    }
    return tenant;
  }

  private List<Finding> all() {
    return findings.list(contoso, FindingFilter.ALL, FIRST).items();
  }

  private Finding of(String user) {
    return all().stream().filter(one -> one.subject().startsWith(user)).findFirst().orElseThrow();
  }

  @Test
  void keepsWhatAnEvaluationMade() {
    publish(idle("ann", "bob").renewal(E5, 20, "2026-12-24"));
    Evaluation kept = evaluations.latest(contoso).orElseThrow();
    Evaluation made = idle("ann", "bob").renewal(E5, 20, "2026-12-24").evaluate().evaluation();
    assertThat(kept.monthly()).isEqualTo(made.monthly());
    assertThat(kept.rules()).isEqualTo(made.rules());
    assertThat(kept.dated()).isEqualTo(made.dated());
    assertThat(kept.lines()).containsExactlyInAnyOrderElementsOf(made.lines());
  }

  @Test
  void keepsEachFindingWithItsSeats() {
    publish(idle("ann"));
    Finding finding = of("ann");
    assertThat(finding.rule()).isEqualTo(new RuleId("R04"));
    assertThat(finding.net()).isEqualTo(Money.of("39.00", "USD"));
    assertThat(finding.seats())
        .containsExactly(
            new FindingSeat(
                "id-ann",
                "ann@contoso.com",
                E3,
                Money.of("39.00", "USD"),
                Money.of("39.00", "USD"),
                List.of(),
                null));
    assertThat(finding.evidence()).containsEntry("Last successful sign-in", "2026-05-07");
    assertThat(finding.blockers()).isNotEmpty();
  }

  @Test
  void aFindingLivesUnderOneIdUntilItIsResolvedAndBack() {
    publish(idle("ann", "bob"));
    String id = of("ann").id();
    claimAgain();
    publish(idle("bob"));
    assertThat(findings.find(contoso, id).orElseThrow().state()).isEqualTo(FindingState.RESOLVED);
    assertThat(findings.find(contoso, id).orElseThrow().net()).isEqualTo(Money.of("39.00", "USD"));
    claimAgain();
    publish(idle("ann", "bob"));
    assertThat(findings.find(contoso, id).orElseThrow().state()).isEqualTo(FindingState.OPEN);
    assertThat(findings.find(contoso, id).orElseThrow().resolvedAt()).isNull();
  }

  @Test
  void aRuleThatCouldNotSeeResolvesNothing() {
    publish(idle("ann"));
    claimAgain();
    publish(
        idle("ann")
            .signInsUnknown()
            .collection(
                ai.chronom.m365.scan.CollectionName.REPORT_ACTIVE_USERS,
                ai.chronom.m365.scan.CollectionState.FAILED,
                0));
    assertThat(of("ann").state()).isEqualTo(FindingState.OPEN);
    assertThat(of("ann").net()).isEqualTo(Money.of("0.00", "USD"));
  }

  @Test
  void filtersByAllThatTheAddressOffers() {
    publish(idle("ann", "bob"));
    assertThat(count(new FindingFilter(new RuleId("R04"), null, null, null, null))).isEqualTo(2);
    assertThat(count(new FindingFilter(null, Confidence.MEDIUM, null, null, null))).isEqualTo(1);
    assertThat(count(new FindingFilter(null, null, FindingState.DISMISSED, null, null))).isZero();
    assertThat(count(new FindingFilter(null, null, null, E5, null))).isEqualTo(1);
    assertThat(count(new FindingFilter(null, null, null, E3, null))).isEqualTo(2);
    assertThat(count(new FindingFilter(null, null, null, null, "ANN@"))).isEqualTo(1);
    assertThat(count(new FindingFilter(null, null, null, null, "%"))).isZero();
  }

  private long count(FindingFilter filter) {
    return findings.list(contoso, filter, FIRST).total();
  }

  @Test
  void streamsAllFindings() {
    publish(idle("ann", "bob", "eve"));
    List<String> subjects = new ArrayList<>();
    findings.forEach(contoso, FindingFilter.ALL, finding -> subjects.add(finding.subject()));
    assertThat(subjects)
        .as("R01, R04 thrice, R25")
        .hasSize(5)
        .first()
        .isEqualTo("Microsoft 365 E5");
  }

  @Test
  void keepsADecisionUntilItsLastDay() {
    publish(idle("ann"));
    String id = of("ann").id();
    LocalDate tomorrow = LocalDate.now(java.time.Clock.systemUTC()).plusDays(1);
    findings.dismiss(contoso, id, Reason.of("needed"), tomorrow, ANN);
    assertThat(desk.inputs(contoso).dismissed()).containsExactly(id);
    Finding dismissed = findings.find(contoso, id).orElseThrow();
    assertThat(dismissed.state()).isEqualTo(FindingState.DISMISSED);
    assertThat(dismissed.dismissal().reason()).isEqualTo("needed");
    findings.reopen(contoso, id, ANN);
    assertThat(desk.inputs(contoso).dismissed()).isEmpty();
  }

  @Test
  void refusesToDecideAboutWhatIsNotThere() {
    assertThatThrownBy(() -> findings.reopen(contoso, "no-such-id", ANN))
        .isInstanceOf(Problem.class);
  }

  @Test
  void writesNothingWhenPricesChangedMeanwhile() {
    EvaluationInputs before = desk.inputs(contoso);
    state("36.00");
    try {
      desk.publish(claim, idle("ann").evaluate().outcome(), before, new SeatWatch(Set.of()));
      assertThat(evaluations.latest(contoso)).isEmpty();
      assertThat(jobs.claim(JobKind.EVALUATE, contoso)).as("due again").isPresent();
    } finally {
      prices.forget(E3, Segment.COMMERCIAL, ANN);
    }
  }

  private void state(String amount) {
    prices.state(
        new StatedPrice(
            E3,
            Money.of(amount, "USD"),
            LocalDate.parse("2026-01-01"),
            PriceOrigin.ENTERED,
            "contract",
            "ann",
            Instant.parse("2026-11-23T06:00:00Z")),
        ANN);
  }

  private static SampleTenant renewing(LocalDate day) {
    return SampleTenant.of().product(SampleTenant.sku(E3, 40, 10)).renewal(E3, 40, day.toString());
  }

  @Test
  void keepsTheRenewalPlanAndRemembersItsPeak() {
    publish(renewing(LocalDate.parse("2026-12-24")));
    RenewalLine line = evaluations.latest(contoso).orElseThrow().renewals().get(0);
    assertThat(line).isEqualTo(renewing(LocalDate.parse("2026-12-24")).evaluate().plan(0));
    Snapshot tomorrow = renewing(LocalDate.parse("2026-12-24")).later(Duration.ofDays(1));
    assertThat(desk.history(tomorrow).days())
        .containsExactly(
            new History.Day(
                LocalDate.parse("2026-11-23"),
                Map.of(E3, new History.Span(10, 10)),
                Map.of("sub-0", LocalDate.parse("2026-12-24"))));
  }

  @Test
  void tellsOfARenewalOnceForEachThreshold() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<RenewalLine> plan = renewing(today.plusDays(25)).evaluate().evaluation().renewals();
    renewals.tell(contoso, plan);
    renewals.tell(contoso, plan);
    renewals.tell(contoso, renewing(today.plusDays(200)).evaluate().evaluation().renewals());
    assertThat(timeline.of(contoso, FIRST).items())
        .extracting(change -> change.sentence())
        .containsExactly(
            "Microsoft 365 E3 renews on "
                + today.plusDays(25)
                + "; days left: 25; 28 of 40 units can go, 1092.00 USD a month.");
    renewals.tell(contoso, renewing(today.plusDays(7)).evaluate().evaluation().renewals());
    assertThat(timeline.of(contoso, FIRST).items()).hasSize(2);
  }

  @Test
  void writesNothingWhenTheLeaseIsLost() {
    Claim stale =
        new Claim(claim.jobId(), claim.kind(), contoso, claim.fence() - 1, claim.failures());
    assertThatThrownBy(
            () ->
                desk.publish(
                    stale,
                    idle("ann").evaluate().outcome(),
                    desk.inputs(contoso),
                    new SeatWatch(Set.of())))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isInstanceOf(LeaseLost.class),
            thrown ->
                assertThat(thrown)
                    .isInstanceOf(EJBException.class)
                    .hasRootCauseInstanceOf(LeaseLost.class));
    assertThat(all()).isEmpty();
  }

  @Test
  void keepsImportedNamesOfProductsUntilTheyAreForgotten() {
    EvaluationInputs before = desk.inputs(contoso);
    SkuId unknown = SampleSkus.UNKNOWN;
    products.importTable(named(unknown, "First name"), ANN);
    ProductTableChange change = products.importTable(named(unknown, "Second name"), ANN);
    try {
      assertThat(change.renamed()).isEqualTo(1);
      assertThat(products.catalog().name(unknown)).contains("Second name");
      assertThat(desk.inputs(contoso)).as("an evaluation would be stale").isNotEqualTo(before);
    } finally {
      products.forget(ANN);
    }
    assertThat(desk.inputs(contoso)).isEqualTo(before);
    assertThatThrownBy(() -> products.forget(ANN)).isInstanceOf(Problem.class);
  }

  private static ProductNames named(SkuId sku, String name) {
    return new ProductNames(Map.of(sku, new ProductNames.Product("PART", name)), Map.of());
  }

  @Test
  void keepsStatedPricesInOneCurrency() {
    SkuId other = E5;
    state("36.00");
    try {
      state("35.00");
      assertThat(prices.all()).extracting(StatedPrice::amount).hasSize(1);
      assertThatThrownBy(
              () ->
                  prices.importList(
                      List.of(
                          new StatedPrice(
                              other,
                              Money.of("50", "EUR"),
                              LocalDate.parse("2026-01-01"),
                              PriceOrigin.IMPORTED,
                              "list",
                              "ann",
                              Instant.parse("2026-11-23T06:00:00Z"))),
                      ANN))
          .isInstanceOf(Problem.class);
      assertThat(prices.all()).hasSize(1);
    } finally {
      prices.forget(E3, Segment.COMMERCIAL, ANN);
    }
  }

  @Test
  void aSeatThatIsGoneIsASavingRealized() {
    publish(idle("ann", "bob"));
    String ann = of("ann").id();
    String bob = of("bob").id();
    claimAgain();
    publish(idle("bob").and(SampleUser.named("ann").with(E5)));
    assertThat(findings.find(contoso, ann).orElseThrow().realized())
        .isEqualTo(Money.of("39.00", "USD"));
    assertThat(trends.of(contoso))
        .last()
        .extracting(TrendPoint::realized)
        .isEqualTo(Money.of("39.00", "USD"));
    claimAgain();
    publish(idle().and(SampleUser.named("bob").with(E3)));
    Finding active = findings.find(contoso, bob).orElseThrow();
    assertThat(active.state()).as("works again").isEqualTo(FindingState.RESOLVED);
    assertThat(active.realized()).isEqualTo(Money.of("0.00", "USD"));
  }

  @Test
  void dismissesAllThatAFilterNames() {
    publish(idle("ann", "bob"));
    FindingFilter idle = new FindingFilter(new RuleId("R04"), null, null, null, null);
    assertThat(findings.dismissAll(contoso, idle, Reason.of("season"), null, ANN)).isEqualTo(2);
    assertThat(of("bob").state()).isEqualTo(FindingState.DISMISSED);
    assertThat(desk.inputs(contoso).dismissed()).hasSize(2);
    assertThatThrownBy(
            () -> findings.dismissAll(contoso, FindingFilter.ALL, Reason.of("x"), null, ANN))
        .isInstanceOf(Problem.class);
  }

  @Test
  void keepsWhatTheAdminDecided() {
    settings.move(contoso, Map.of(Threshold.INACTIVE_DAYS, 60), ANN);
    settings.add(
        contoso, new ListForm("on-leave", null, List.of("Ann@contoso.com"), "baby", null), ANN);
    settings.decide(contoso, new SkuSetting(E5, true, 7, null), ANN);
    TenantSettings kept = desk.inputs(contoso).settings();
    assertThat(kept.thresholds().inactiveDays()).isEqualTo(60);
    assertThat(kept.thresholds().buffer(E5, 100)).isEqualTo(7);
    assertThat(kept.lists().excluded()).containsExactly(E5);
    assertThat(kept.lists().people())
        .containsEntry(PeopleList.ON_LEAVE, Members.accounts("ann@contoso.com"));
    settings.add(
        contoso, new ListForm("on-leave", null, List.of("ann@contoso.com"), "again", null), ANN);
    assertThat(settings.entries(contoso)).extracting(ListEntry::note).containsExactly("again");
    settings.remove(contoso, PeopleList.ON_LEAVE, settings.entries(contoso).get(0).id(), ANN);
    settings.move(contoso, Map.of(Threshold.INACTIVE_DAYS, 90), ANN);
    settings.decide(contoso, SkuSetting.none(E5), ANN);
    assertThat(desk.inputs(contoso).settings()).isEqualTo(TenantSettings.STANDARD);
  }

  @Test
  void keepsActivityListsAndTheSegment() {
    ProductUse used = new ProductUse(LocalDate.parse("2026-11-01"), false, true);
    ProductUse unknownDay = new ProductUse(null, true, false);
    UseList list =
        new UseList(
            LocalDate.parse("2026-11-20"),
            90,
            Map.of("ann@contoso.com", used, "bob@contoso.com", unknownDay));
    uses.replace(contoso, UsedProduct.VISIO, new UseList(list.asOf(), 180, Map.of()), ANN);
    uses.replace(contoso, UsedProduct.VISIO, list, ANN);
    settings.buyAs(contoso, Segment.NONPROFIT, ANN);
    TenantSettings kept = desk.inputs(contoso).settings();
    assertThat(kept.lists().uses()).containsExactly(Map.entry(UsedProduct.VISIO, list));
    assertThat(kept.segment()).isEqualTo(Segment.NONPROFIT);
    assertThat(uses.lines(contoso)).extracting(UseListLine::people).containsExactly(2);
    uses.remove(contoso, UsedProduct.VISIO, ANN);
    settings.buyAs(contoso, Segment.COMMERCIAL, ANN);
    assertThat(desk.inputs(contoso).settings()).isEqualTo(TenantSettings.STANDARD);
    assertThatThrownBy(() -> uses.remove(contoso, UsedProduct.VISIO, ANN))
        .isInstanceOf(Problem.class);
  }

  @Test
  void aSegmentsPricesStandBesideThoseOfOthers() {
    state("36.00");
    StatedPrice nonprofit =
        prices.all().stream()
            .filter(price -> price.skuId().equals(E3))
            .findFirst()
            .orElseThrow()
            .in(Segment.NONPROFIT);
    try {
      prices.state(nonprofit, ANN);
      assertThat(prices.all())
          .filteredOn(price -> price.skuId().equals(E3))
          .extracting(StatedPrice::segment)
          .containsExactlyInAnyOrder(Segment.COMMERCIAL, Segment.NONPROFIT);
      prices.forget(E3, Segment.NONPROFIT, ANN);
      assertThat(prices.all())
          .filteredOn(price -> price.skuId().equals(E3))
          .extracting(StatedPrice::segment)
          .containsExactly(Segment.COMMERCIAL);
    } finally {
      prices.forget(E3, Segment.COMMERCIAL, ANN);
    }
  }

  @Test
  void takesAListOverFromAFile() {
    settings.add(
        contoso, new ListForm("on-leave", null, List.of("eve@contoso.com"), "old", null), ANN);
    settings.add(
        contoso, new ListForm("protected", null, List.of("ceo@contoso.com"), "boss", null), ANN);
    settings.importList(contoso, PeopleList.ON_LEAVE, leave("ann", "bob"), false, ANN);
    assertThat(members(PeopleList.ON_LEAVE)).containsExactly("ann", "bob", "eve@contoso.com");
    settings.importList(contoso, PeopleList.ON_LEAVE, leave("bob", "joe"), true, ANN);
    assertThat(members(PeopleList.ON_LEAVE)).containsExactly("bob", "joe");
    assertThat(members(PeopleList.PROTECTED)).containsExactly("ceo@contoso.com");
  }

  @Test
  void rememberWhoLeftForGood() {
    settings.add(
        contoso, new ListForm("leaver", null, List.of("Ann@contoso.com"), "", "2020-01-31"), ANN);
    assertThat(desk.inputs(contoso).settings().lists().leavers())
        .containsExactly(Map.entry("ann@contoso.com", LocalDate.parse("2020-01-31")));
  }

  private static ListFile leave(String... departments) {
    return new ListFile(
        Stream.of(departments)
            .map(
                one ->
                    new ListForm.Entered(
                        PeopleList.ON_LEAVE, MemberKind.DEPARTMENT, Set.of(one), "", null))
            .toList(),
        0);
  }

  private List<String> members(PeopleList list) {
    return settings.entries(contoso).stream()
        .filter(entry -> entry.list() == list)
        .map(ListEntry::member)
        .sorted()
        .toList();
  }

  @Test
  void piecesFollowEachOtherInEveryOrderAndLeadBack() {
    publish(idle("ann", "bob", "eve", "joe", "kim"));
    claimAgain();
    publish(idle("ann", "bob", "eve", "joe"));
    findings.dismiss(contoso, of("bob").id(), Reason.of("needed"), null, ANN);
    long all = findings.count(contoso, FindingFilter.ALL);
    assertThat(all).isGreaterThan(2);
    for (FindingOrder.Column column : FindingOrder.Column.values()) {
      for (boolean descending : new boolean[] {false, true}) {
        if (column == FindingOrder.Column.RESOLVED
            || descending && column == FindingOrder.Column.NATURAL) {
          continue;
        }
        FindingOrder order = new FindingOrder(column, descending);
        List<String> listed =
            findings.list(contoso, FindingFilter.ALL, order, FIRST).items().stream()
                .map(Finding::id)
                .toList();
        assertThat(listed).hasSize((int) all);
        assertThat(walked(order)).as(order.toString()).isEqualTo(listed);
        assertThat(turned(order)).as(order.toString()).isEqualTo(listed);
        FindingCut back = new FindingCut(order, listed.get(2), true, 1);
        FindingPage before = findings.list(contoso, FindingFilter.ALL, back);
        assertThat(before.findings()).extracting(Finding::id).containsExactly(listed.get(1));
        assertThat(before.earlier()).isTrue();
        assertThat(before.later()).isTrue();
      }
    }
  }

  private List<String> turned(FindingOrder order) {
    List<String> ids = new ArrayList<>();
    Listing<Finding> page;
    int number = 0;
    do {
      page = findings.list(contoso, FindingFilter.ALL, order, new PageRequest(number++, 2));
      page.items().forEach(finding -> ids.add(finding.id()));
    } while (!page.items().isEmpty());
    return ids;
  }

  private List<String> walked(FindingOrder order) {
    List<String> ids = new ArrayList<>();
    String last = null;
    FindingPage piece;
    do {
      piece = findings.list(contoso, FindingFilter.ALL, new FindingCut(order, last, false, 2));
      piece.findings().forEach(finding -> ids.add(finding.id()));
      last = ids.get(ids.size() - 1);
    } while (piece.later());
    return ids;
  }

  @Test
  void answersWhatIfOfLargeTenantsBesideTheRequests() {
    long scanId = emptyScan();
    Evaluation small = idle("ann").evaluate().evaluation();
    Evaluation large =
        new Evaluation(
            scanId,
            small.takenAt(),
            small.evaluatedAt(),
            small.currency(),
            small.monthly(),
            small.review(),
            small.dated(),
            1_000_000,
            small.rules(),
            small.lines(),
            small.renewals());
    Scenario scenario =
        new Scenario(Map.of(Threshold.INACTIVE_DAYS, 60), Map.of(), Map.of(), Set.of());
    WhatIfAnswer heard = whatIf.ask(contoso, large, scenario, "ann");
    while (heard instanceof WhatIfAnswer.Awaited) {
      Thread.onSpinWait();
      heard = whatIf.follow(contoso, large, scenario, "ann");
    }
    assertThat(heard)
        .isInstanceOfSatisfying(
            WhatIfAnswer.Known.class,
            known -> assertThat(known.evaluation().scanId()).isEqualTo(scanId));
    assertThat(evaluations.latest(contoso)).as("nothing is stored").isEmpty();
  }

  private long emptyScan() {
    return Sql.call(
        database,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into scan (id, tenant_id, state, cancel_requested, graph_requests,"
                      + " requested_at, started_at) values (990001, ?, 'COMPLETED', false, 1,"
                      + " current_timestamp, current_timestamp)")) {
            insert.setString(1, contoso.toString());
            insert.executeUpdate();
            return 990_001L;
          }
        });
  }
}
