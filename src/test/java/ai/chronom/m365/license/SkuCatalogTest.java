package ai.chronom.m365.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkuCatalogTest {
  private static final SkuCatalog CATALOG = SkuCatalog.builtIn();

  private static Sku sku(String guid) {
    return CATALOG.find(SkuId.of(guid)).orElseThrow();
  }

  /** Errors that other tables of this trade carry. */
  @ParameterizedTest
  @CsvSource({
    "66b55226-6b4f-492c-910c-a3b7a3c9d993, SPE_F1, Microsoft 365 F3, 10",
    "44575883-256e-4a79-9da4-ebe9acabe2b2, M365_F1, Microsoft 365 F1, 3",
    "ae2343d1-0999-43f6-ae18-d816516f6e78, MCOTEAMS_ESSENTIALS, Teams Phone with Calling Plan, 15",
    "fde42873-30b6-436b-b361-21af5a6b84ae, Teams_Ess, Microsoft Teams Essentials, 4",
    "f245ecc8-75af-4f8e-b61f-27d8114de5f3, O365_BUSINESS_PREMIUM, Microsoft 365 Business Standard, 14",
    "cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46, SPB, Microsoft 365 Business Premium, 22",
    "18181a46-0d4e-45cd-891e-60aabd171b4e, STANDARDPACK, Office 365 E1, 10",
    "26124093-3d78-432b-b5dc-48bf992543d5, IDENTITY_THREAT_PROTECTION, Microsoft 365 E5 Security, 12",
    "b05e124f-c7cc-45a0-a6aa-8cf78c946968, EMSPREMIUM, Enterprise Mobility + Security E5, 16.40",
    "c7df2760-2c81-4ef7-b578-5b5392b571df, ENTERPRISEPREMIUM, Office 365 E5, 41"
  })
  void namesAndPricesWhatOthersMixUp(String guid, String part, String name, BigDecimal price) {
    assertThat(sku(guid).partNumber()).isEqualTo(part);
    assertThat(sku(guid).name()).isEqualTo(name);
    assertThat(sku(guid).listPrice().orElseThrow().amount().amount()).isEqualByComparingTo(price);
  }

  /** Part numbers that other tables carry and Microsoft never gave. */
  @ParameterizedTest
  @ValueSource(strings = {"POWER_BI_PREMIUM_PER_USER", "SPE_E1", "SPE_F3"})
  void knowsNothingThatDoesNotExist(String partNumber) {
    assertThat(CATALOG.all()).extracting(Sku::partNumber).doesNotContain(partNumber);
  }

  @Test
  void knowsWhatIsFreeAndWhatDefenderForIdentityIs() {
    assertThat(sku("a403ebcc-fae0-4ca2-8c8c-7a907fd6c235").partNumber())
        .isEqualTo("POWER_BI_STANDARD");
    assertThat(sku("a403ebcc-fae0-4ca2-8c8c-7a907fd6c235").kind()).isEqualTo(SkuKind.FREE);
    assertThat(sku("98defdf7-f6c1-44f5-a1f6-943b6764e7a5").name())
        .isEqualTo("Microsoft Defender for Identity");
    assertThat(CATALOG.all())
        .filteredOn(sku -> sku.partNumber().equals("SMB_BUSINESS_PREMIUM"))
        .allMatch(sku -> sku.name().contains("Business Standard"));
    assertThat(CATALOG.all())
        .filteredOn(sku -> sku.partNumber().equals("PBI_PREMIUM_PER_USER"))
        .hasSize(1);
  }

  @Test
  void givesNoPriceToALegacyPlanThatOthersCallFree() {
    assertThat(sku("4755df59-3f73-41ab-a249-596ad72b5504").listPrice()).isEmpty();
  }

  @Test
  void everyPriceNamesItsSource() {
    assertThat(CATALOG.all())
        .flatExtracting(sku -> sku.listPrice().stream().toList())
        .isNotEmpty()
        .allMatch(price -> !price.source().isBlank())
        .allMatch(price -> Set.of("high", "medium", "low").contains(price.trust()));
  }

  @Test
  void everyNeedCanBeMet() {
    Set<String> families = families();
    assertThat(CATALOG.all())
        .flatExtracting(Sku::needs)
        .isNotEmpty()
        .allMatch(
            need ->
                need.startsWith("@")
                    ? families.contains(need.substring(1))
                    : !PlanLadder.builtIn().named(need).isEmpty());
  }

  private static Set<String> families() {
    return CATALOG.all().stream().map(Sku::family).collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void anUnknownProductStaysUnknown() {
    assertThat(CATALOG.find(SkuId.of("00000000-0000-4000-8000-000000000001"))).isEmpty();
  }
}
