package ai.chronom.m365.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {
  private static String file(String... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafeCsv csv = new SafeCsv(out, true);
    csv.row(List.of(cells));
    csv.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "\0x",
        "＝1",
        "＋1",
        "－1",
        "＠x"
      })
  void takesAwayTheForceOfFormulas(String cell) {
    assertThat(SafeCsv.harmless(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ann@contoso.com", "a=b", "2026-11-23", "Zoë Müller"})
  void leavesOtherTextAsItIs(String cell) {
    assertThat(SafeCsv.harmless(cell)).isEqualTo(cell);
  }

  @Test
  void aNegativeAmountStaysANumber() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafeCsv csv = new SafeCsv(out, false);
    csv.row(Arrays.asList(new BigDecimal("-12.50"), -3, null, LocalDate.parse("2026-11-23")));
    csv.end();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("-12.50,-3,,2026-11-23\r\n");
  }

  @Test
  void quotesWhatNeedsItAndEndsLinesAsTheStandardSays() throws IOException {
    assertThat(file("a,b", "say \"hi\"", "two\nlines", "plain"))
        .isEqualTo("\uFEFF\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n");
  }
}
