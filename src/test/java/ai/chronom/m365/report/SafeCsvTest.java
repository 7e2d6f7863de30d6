package ai.chronom.m365.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {
  private static String file(String... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SafeCsv csv = new SafeCsv(out)) {
      csv.row(List.of(cells));
    }
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
  void quotesWhatNeedsItAndEndsLinesAsTheStandardSays() throws IOException {
    assertThat(file("a,b", "say \"hi\"", "two\nlines", "plain"))
        .isEqualTo("\uFEFF\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n");
  }
}
