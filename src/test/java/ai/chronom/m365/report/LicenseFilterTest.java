package ai.chronom.m365.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.findings.SkuClass;
import ai.chronom.m365.findings.SkuLine;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.license.SkuKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseFilterTest {
  private static final String ID = "05e9a617-0261-4cee-bb44-138d3ef5d965";

  @ParameterizedTest
  @ValueSource(strings = {"", " 365 e3 ", "SPE_e3", ID})
  void findsByPartOfNameOrPartNumberOrById(String text) {
    assertThat(new LicenseFilter(text, false).wants(line(0))).isTrue();
  }

  @Test
  void leavesTheOthersOut() {
    assertThat(new LicenseFilter("e5", false).wants(line(3))).isFalse();
  }

  @Test
  void unusedAreThoseWithSpareUnits() {
    assertThat(new LicenseFilter("", true).wants(line(1))).isTrue();
    assertThat(new LicenseFilter("", true).wants(line(0))).isFalse();
    assertThat(new LicenseFilter("e5", true).wants(line(1))).isFalse();
  }

  private static SkuLine line(int spare) {
    return new SkuLine(
        SkuId.of(ID),
        "SPE_E3",
        "Microsoft 365 E3",
        SkuKind.values()[0],
        SkuClass.values()[0],
        10 + spare,
        10,
        spare,
        10,
        10,
        0,
        0,
        null,
        null,
        null,
        List.of());
  }
}
