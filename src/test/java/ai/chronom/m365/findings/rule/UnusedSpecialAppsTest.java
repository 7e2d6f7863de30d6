package ai.chronom.m365.findings.rule;

import static ai.chronom.m365.findings.SampleSkus.POWER_BI_PRO;
import static ai.chronom.m365.findings.SampleSkus.VISIO;
import static ai.chronom.m365.findings.SampleUser.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.Confidence;
import ai.chronom.m365.findings.ProductUse;
import ai.chronom.m365.findings.RuleState;
import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.findings.TenantLists;
import ai.chronom.m365.findings.UseList;
import ai.chronom.m365.findings.UsedProduct;
import ai.chronom.m365.license.Sku;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnusedSpecialAppsTest {
  @Nested
  class Finds {
    @Test
    void visioThatWasNeverActivated() {
      var seen = SampleTenant.of(SampleUser.named("ann").with(VISIO)).evaluate().only("R16");
      assertThat(seen.gross()).as("15 less 5").isEqualTo("10");
      assertThat(seen.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void powerBiWithoutSignIn() {
      var evaluated = SampleTenant.of(SampleUser.named("ann").with(POWER_BI_PRO)).evaluate();
      assertThat(evaluated.only("R16").confidence()).isEqualTo(Confidence.LOW);
      assertThat(evaluated.headline()).isEqualTo("0");
    }
  }

  /** With the activity list of an admin center beside what Graph tells. */
  @Nested
  class WithTheImportedList {
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private SampleTenant tenant(SkuId product, UsedProduct of, int age, int days, ProductUse use) {
      UseList list =
          new UseList(
              TODAY.minusDays(age), days, use == null ? Map.of() : Map.of("ann@contoso.com", use));
      return SampleTenant.of(SampleUser.named("ann").with(product))
          .lists(TenantLists.NONE.with(of, list));
    }

    private ProductUse used(int daysAgo, boolean desktop, boolean web) {
      return new ProductUse(TODAY.minusDays(daysAgo), desktop, web);
    }

    @Test
    void nothingIsUsedAtAll() {
      var evaluated = tenant(VISIO, UsedProduct.VISIO, 3, 90, null).evaluate();
      assertThat(evaluated.only("R16").gross()).isEqualTo("15");
      assertThat(evaluated.only("R16").confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(evaluated.rule("R16").state()).isEqualTo(RuleState.EVALUATED);
    }

    @Test
    void onlyTheBrowserIsUsed() {
      var seen = tenant(VISIO, UsedProduct.VISIO, 3, 90, used(9, false, true)).evaluate();
      assertThat(seen.only("R16").gross()).as("15 less 5").isEqualTo("10");
      assertThat(seen.only("R16").confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void theDesktopIsUsedWithoutAnActivation() {
      var tenant = tenant(VISIO, UsedProduct.VISIO, 3, 90, used(9, true, false));
      assertThat(tenant.evaluate().of("R16")).isEmpty();
    }

    @Test
    void theSmallPlanIsJudgedByTheListAlone() {
      SkuId plan1 =
          SkuCatalog.builtIn().all().stream()
              .filter(sku -> sku.partNumber().equals("PROJECT_P1"))
              .map(Sku::id)
              .findFirst()
              .orElseThrow();
      assertThat(tenant(plan1, UsedProduct.PROJECT, 3, 90, null).evaluate().of("R16")).hasSize(1);
      assertThat(
              tenant(plan1, UsedProduct.PROJECT, 3, 90, used(9, false, true)).evaluate().of("R16"))
          .isEmpty();
    }

    @Test
    void powerBi() {
      var silent = tenant(POWER_BI_PRO, UsedProduct.POWER_BI, 3, 90, null).evaluate();
      assertThat(silent.only("R16").confidence()).isEqualTo(Confidence.MEDIUM);
      var used = tenant(POWER_BI_PRO, UsedProduct.POWER_BI, 3, 90, used(80, false, true));
      assertThat(used.evaluate().of("R16")).isEmpty();
    }

    @Test
    void anOldListOrAShortOneSaysNothing() {
      var old = tenant(VISIO, UsedProduct.VISIO, 36, 180, null).evaluate();
      assertThat(old.only("R16").confidence()).isEqualTo(Confidence.LOW);
      assertThat(old.rule("R16").reason()).isEqualTo("data-too-old(activity of Visio)");
      var brief = tenant(VISIO, UsedProduct.VISIO, 3, 89, null).evaluate();
      assertThat(brief.only("R16").confidence()).isEqualTo(Confidence.LOW);
      var young = tenant(VISIO, UsedProduct.VISIO, 35, 90, null).evaluate();
      assertThat(young.only("R16").confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void aUseBeforeTheLineIsNone() {
      var then = tenant(VISIO, UsedProduct.VISIO, 3, 180, used(90, true, false));
      assertThat(then.evaluate().of("R16")).isEmpty();
      var before = tenant(VISIO, UsedProduct.VISIO, 3, 180, used(91, true, false));
      assertThat(before.evaluate().only("R16").gross()).isEqualTo("15");
    }
  }

  @Nested
  class LeavesAlone {
    @Test
    void whatIsUsed() {
      var visio = SampleUser.named("ann").seen(use -> use.activated("Visio", 20)).with(VISIO);
      var powerBi = SampleUser.named("bob").seen(use -> use.powerBi(20)).with(POWER_BI_PRO);
      assertThat(SampleTenant.of(visio, powerBi).evaluate().of("R16")).isEmpty();
    }
  }

  @Nested
  class Boundary {
    @Test
    void activatedNinetyDaysAgo() {
      var then = SampleUser.named("ann").seen(use -> use.activated("Visio", 90)).with(VISIO);
      assertThat(SampleTenant.of(then).evaluate().of("R16")).isEmpty();
      var before = SampleUser.named("ann").seen(use -> use.activated("Visio", 92)).with(VISIO);
      assertThat(SampleTenant.of(before).evaluate().of("R16")).hasSize(1);
    }
  }

  @Test
  void saysWhatOnlyAnImportCouldTell() {
    var rule = SampleTenant.of(SampleUser.named("ann").with(VISIO)).evaluate().rule("R16");
    assertThat(rule.reason()).isEqualTo("no-import(activity of Visio)");
  }
}
