package ai.chronom.m365.findings;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static ai.chronom.m365.findings.SampleSkus.E5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the admin decides moves the savings, and what cannot be meant is refused. */
class TenantSettingsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @Test
  void aLongerIdleTimeFindsLess() {
    SampleTenant tenant = SampleTenant.of(SampleUser.named("ann").idle(100).with(E3));
    assertThat(tenant.evaluate().of("R04")).hasSize(1);
    tenant.thresholds(Thresholds.DEFAULTS.with(Threshold.INACTIVE_DAYS, 120));
    assertThat(tenant.evaluate().only("R04").net()).as("watched").isEqualTo("0");
  }

  @Test
  void aLargerBufferKeepsMore() {
    SampleTenant tenant = SampleTenant.of().product(SampleTenant.sku(E5, 20, 10));
    assertThat(tenant.evaluate().headline()).isEqualTo("480");
    tenant.thresholds(Thresholds.DEFAULTS.withBuffer(E5, 10));
    assertThat(tenant.evaluate().headline()).isEqualTo("0");
  }

  @Test
  void anExcludedProductCountsAsNoMoney() {
    SampleTenant tenant =
        SampleTenant.of(SampleUser.named("ann").idle(200).with(E3))
            .product(SampleTenant.sku(E5, 20, 10));
    tenant.lists(
        new TenantLists(java.util.Map.of(), Set.of(E5), java.util.Map.of(), java.util.Map.of()));
    assertThat(tenant.evaluate().headline()).as("E3 alone, one seat kept as buffer").isEqualTo("0");
    assertThat(tenant.evaluate().evaluation().lines())
        .filteredOn(line -> line.skuId().equals(E5))
        .extracting(SkuLine::skuClass)
        .containsExactly(SkuClass.EXCLUDED);
  }

  @Test
  void aListNamesPeopleByAccountDepartmentOrType() {
    var ann = SampleUser.named("ann").with(E3).scanned();
    assertThat(Members.accounts("ann@contoso.com").has(ann)).isTrue();
    assertThat(Members.accounts("id-ann").has(ann)).isTrue();
    assertThat(Members.accounts("bob@contoso.com").has(ann)).isFalse();
    assertThat(new Members(Set.of(), Set.of("stores"), Set.of()).has(ann)).isFalse();
  }

  @Test
  void theStandardValueIsNoMove() {
    Thresholds moved = Thresholds.DEFAULTS.with(Threshold.INACTIVE_DAYS, 60);
    assertThat(moved.inactiveDays()).isEqualTo(60);
    assertThat(moved.with(Threshold.INACTIVE_DAYS, 90)).isEqualTo(Thresholds.DEFAULTS);
  }

  @ParameterizedTest
  @EnumSource(Threshold.class)
  void eachThresholdStaysInItsRange(Threshold threshold) {
    assertThat(threshold.checked(threshold.standard())).isEqualTo(threshold.standard());
    assertThat(threshold.checked(threshold.least())).isEqualTo(threshold.least());
    assertThat(threshold.checked(threshold.most())).isEqualTo(threshold.most());
    assertThatThrownBy(() -> threshold.checked(threshold.least() - 1)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> threshold.checked(threshold.most() + 1)).isInstanceOf(Problem.class);
    assertThat(Threshold.find(threshold.word())).contains(threshold);
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, account, ann@contoso.com, 2027-01-01, list",
    "protected, shoe-size, ann@contoso.com, 2027-01-01, kind",
    "protected, account, ann, 2027-01-01, members",
    "protected, account, '', 2027-01-01, members",
    "protected, department, 'a\tb', 2027-01-01, members",
    "protected, account, ann@contoso.com, 2026-11-22, until",
    "protected, account, ann@contoso.com, soon, until",
  })
  void refusesWhatNamesNobody(String list, String kind, String member, String until, String field) {
    ListForm form = new ListForm(list, kind, List.of(member), "why", until);
    assertThatThrownBy(() -> form.entered(TODAY))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field));
  }

  @Test
  void namesAreKeptOnceAndInLowerCase() {
    ListForm form =
        new ListForm(
            "on-leave",
            null,
            List.of(" Ann@Contoso.com", "ann@contoso.com", ""),
            null,
            "2026-11-23");
    ListForm.Entered entered = form.entered(TODAY);
    assertThat(entered.list()).isEqualTo(PeopleList.ON_LEAVE);
    assertThat(entered.kind()).isEqualTo(MemberKind.ACCOUNT);
    assertThat(entered.members()).containsExactly("ann@contoso.com");
    assertThat(entered.until()).isEqualTo(TODAY);
  }

  @Test
  void refusesUnitsOutOfRange() {
    assertThatThrownBy(() -> new SkuSetting(E3, false, -1, null).checked())
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new SkuSetting(E3, false, null, 1_000_001).checked())
        .isInstanceOf(Problem.class);
    assertThat(new SkuSetting(E3, false, 0, null).standard()).isFalse();
  }
}
