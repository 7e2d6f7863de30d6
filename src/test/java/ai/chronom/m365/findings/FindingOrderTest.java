package ai.chronom.m365.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingOrderTest {
  @ParameterizedTest
  @EnumSource(FindingOrder.Column.class)
  void tiesEndAtTheIdSoThatPagesNeverOverlap(FindingOrder.Column column) {
    assertThat(new FindingOrder(column, true).clause()).endsWith(" desc, f.id");
    assertThat(new FindingOrder(column, false).clause()).endsWith(", f.id");
  }

  @Test
  void columnsAreFoundByTheirNameAndNothingElse() {
    assertThat(FindingOrder.Column.find("net")).contains(FindingOrder.Column.NET);
    assertThat(FindingOrder.Column.find("net; drop table finding")).isEmpty();
  }
}
