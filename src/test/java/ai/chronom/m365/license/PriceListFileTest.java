package ai.chronom.m365.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListFileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
  private static final Actor ANN = new Actor("ann");
  private static final String HEADER = "skuId,amount,currency,validFrom,source\n";
  private static final String E3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";

  private static List<StatedPrice> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<StatedPrice> read(byte[] file) {
    return PriceListFile.read(new ByteArrayInputStream(file), ANN, NOW);
  }

  private static Problem refused(String file) {
    return catchThrowableOfType(Problem.class, () -> read(file));
  }

  @Test
  void readsPricesByTheirColumnNames() {
    List<StatedPrice> prices =
        read("\uFEFFcurrency,amount,skuId,remark\r\nUSD,36.00," + E3.toUpperCase() + ",ours\r\n");
    assertThat(prices)
        .containsExactly(
            new StatedPrice(
                SkuId.of(E3),
                Money.of("36.00", "USD"),
                LocalDate.parse("2026-11-23"),
                PriceOrigin.IMPORTED,
                "imported",
                "ann",
                NOW));
  }

  @Test
  void takesNothingWhenOneRowIsWrong() {
    Problem problem =
        refused(HEADER + E3 + ",36,USD,,\n" + E3 + ",-1,USD,,\nno-guid,36,US,2026-13-01,\n");
    assertThat(problem.errors())
        .extracting(FieldError::field)
        .containsExactly(
            "line 3: amount", "line 4: skuId", "line 4: currency", "line 4: validFrom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "36,00", "1e3", "-5", "0x10", "1234567890", "1.23456", "NaN", "٣٦", " "})
  void refusesAmountsThatAreNone(String amount) {
    assertThat(refused(HEADER + E3 + ",\"" + amount + "\",USD,,\n").errors())
        .extracting(FieldError::field)
        .containsExactly("line 2: amount");
  }

  @Test
  void refusesTheSameProductAndDayTwice() {
    assertThat(refused(HEADER + E3 + ",36,USD,,\n" + E3 + ",37,USD,,\n").errors())
        .extracting(FieldError::field)
        .containsExactly("line 3: skuId");
  }

  @Test
  void readsTheSegmentAndNamesAWrongOne() {
    String header = "skuId,amount,currency,segment\n";
    assertThat(read(header + E3 + ",36,USD,\n" + E3 + ",9,USD,Nonprofit\n"))
        .extracting(StatedPrice::segment)
        .containsExactly(Segment.COMMERCIAL, Segment.NONPROFIT);
    assertThat(refused(header + E3 + ",36,USD,charity\n").errors())
        .extracting(FieldError::field)
        .containsExactly("line 2: segment");
    assertThat(refused(header + E3 + ",9,USD,education\n" + E3 + ",8,USD,education\n").errors())
        .extracting(FieldError::field)
        .containsExactly("line 3: skuId");
  }

  @Test
  void refusesTwoCurrencies() {
    String other = "06ebc4ee-1bb5-47dd-8120-11324bc54e06";
    assertThat(refused(HEADER + E3 + ",36,USD,,\n" + other + ",36,EUR,,\n").errors())
        .extracting(FieldError::field)
        .containsExactly("currency");
  }

  @Test
  void namesColumnsThatAreMissing() {
    assertThat(refused("guid,amount\n" + E3 + ",36\n").errors())
        .extracting(FieldError::message)
        .containsExactly("The column skuId is missing.", "The column currency is missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "skuId,amount,currency\n", "{\"skuId\":1}", "\"never closed"})
  void refusesWhatIsNoPriceList(String file) {
    assertThat(refused(file).kind()).isEqualTo(ProblemKind.INVALID_INPUT);
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    byte[] latin = (HEADER + E3 + ",36,USD,,é\n").getBytes(StandardCharsets.ISO_8859_1);
    Problem problem = catchThrowableOfType(Problem.class, () -> read(latin));
    assertThat(problem.detail()).isEqualTo("Text in UTF-8 expected; line 2 is not.");
  }

  @Test
  void refusesMoreThanAMebibyte() {
    assertThat(refused(HEADER + " ".repeat(1024 * 1024)).kind()).isEqualTo(ProblemKind.TOO_LARGE);
  }

  @Test
  void refusesTooManyRows() {
    assertThat(refused(HEADER + (E3 + ",36,USD,,\n").repeat(PriceListFile.MAX_ROWS + 1)).kind())
        .isEqualTo(ProblemKind.TOO_LARGE);
  }

  @Test
  void namesAtMostSomeErrors() {
    assertThat(refused(HEADER + "x,36,USD,,\n".repeat(500)).errors())
        .hasSize(PriceListFile.MAX_ERRORS);
  }

  @Test
  void neverQuotesWhatCame() {
    Problem problem = refused(HEADER + "<script>,<b>,<i>,<u>,\n");
    assertThat(problem.errors()).extracting(FieldError::message).noneMatch(m -> m.contains("<"));
  }
}
