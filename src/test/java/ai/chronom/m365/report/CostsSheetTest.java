package ai.chronom.m365.report;

import static ai.chronom.m365.findings.SampleSkus.E3;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SampleTenant;
import ai.chronom.m365.findings.SampleUser;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Tenant;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CostsSheetTest {
  private static final URI HOST = URI.create("https://localhost");
  private static final Tenant CONTOSO =
      new Tenant(
          SampleTenant.ID,
          "Contoso",
          new ApplicationId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
          new Cloud("global", "Global", HOST, HOST, HOST, List.of("localhost")),
          Instant.parse("2026-11-01T00:00:00Z"));

  private final List<List<?>> rows = new ArrayList<>();
  private List<String> header = List.of();

  private void read(SampleTenant tenant) {
    CostsSheet sheet = new CostsSheet(CONTOSO, tenant.evaluate().evaluation(), tenant.snapshot());
    header = sheet.header();
    sheet.rows(rows::add);
  }

  private Object cell(int row, String column) {
    return rows.get(row).get(header.indexOf(column));
  }

  @Test
  void departmentsAndSpareSeatsSumUpToWhatWasBought() {
    read(
        SampleTenant.of(
                SampleUser.named("ann").with(E3),
                SampleUser.named("bob").with(E3).department("Stores"))
            .units(E3, 5));
    assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).hasSameSizeAs(header));
    assertThat(rows)
        .extracting(row -> String.valueOf(row.get(header.indexOf("Tags"))))
        .containsExactly("{\"department\":\"Sales\"}", "{\"department\":\"Stores\"}", "{}");
    BigDecimal sum =
        rows.stream()
            .map(row -> (BigDecimal) row.get(header.indexOf("BilledCost")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("195");
    assertThat(cell(2, "x_SeatState")).isEqualTo("unassigned");
    assertThat(cell(2, "PricingQuantity")).isEqualTo(3);
  }

  @Test
  void aChargeSpansTheMonthOfTheScan() {
    read(SampleTenant.of(SampleUser.named("ann").with(E3)));
    assertThat(cell(0, "ChargePeriodStart")).hasToString("2026-11-01T00:00:00Z");
    assertThat(cell(0, "ChargePeriodEnd")).hasToString("2026-12-01T00:00:00Z");
    assertThat(cell(0, "ServiceCategory")).isEqualTo("Business Applications");
    assertThat(cell(0, "ListUnitPrice")).isEqualTo(new BigDecimal("39.00"));
  }

  @Test
  void seatsBeyondThePurchaseAreTakenOffAgain() {
    read(
        SampleTenant.of(SampleUser.named("ann").with(E3), SampleUser.named("bob").with(E3))
            .units(E3, 1));
    assertThat(cell(1, "PricingQuantity")).isEqualTo(-1);
    assertThat(cell(1, "x_SeatState")).isEqualTo("beyond-purchase");
  }
}
