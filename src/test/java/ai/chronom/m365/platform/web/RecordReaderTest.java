package ai.chronom.m365.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  record Line(String name, int count) {}

  record Order(
      @Nullable String text,
      @Nullable Integer number,
      boolean urgent,
      @Nullable BigDecimal amount,
      @Nullable LocalDate day,
      @Nullable List<Line> lines) {}

  @Test
  void readsEveryMember() throws IOException {
    Order order =
        read(
            "{\"text\":\"a\",\"number\":7,\"urgent\":true,\"amount\":\"12.50\",\"day\":\"2027-03-01\","
                + "\"lines\":[{\"name\":\"b\",\"count\":1}],\"unknown\":[1]}");

    assertThat(order)
        .isEqualTo(
            new Order(
                "a",
                7,
                true,
                new BigDecimal("12.50"),
                LocalDate.parse("2027-03-01"),
                List.of(new Line("b", 1))));
  }

  @Test
  void whatIsAbsentOrNullIsNull() throws IOException {
    assertThat(read("{\"urgent\":false,\"text\":null}"))
        .isEqualTo(new Order(null, null, false, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"urgent\":true,\"text\":5}|text",
        "{\"urgent\":true,\"text\":{}}|text",
        "{\"urgent\":true,\"number\":1.5}|number",
        "{\"urgent\":true,\"number\":3000000000}|number",
        "{\"urgent\":true,\"number\":true}|number",
        "{\"urgent\":true,\"amount\":\"1e999999999\"}|amount",
        "{\"urgent\":true,\"amount\":1e99}|amount",
        "{\"urgent\":true,\"day\":\"2027-02-30\"}|day",
        "{\"urgent\":true,\"lines\":{}}|lines",
        "{\"urgent\":true,\"lines\":[null]}|lines[0]",
        "{\"urgent\":true,\"lines\":[{\"name\":\"a\"}]}|lines[0].count",
        "{\"urgent\":\"true\"}|urgent",
        "{}|urgent"
      })
  void namesTheMemberThatDoesNotFit(String json, String field) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense canary",
        "[]",
        "\"canary\"",
        "{\"text\":\"canary\"",
        "{} {}",
        "{\"text\":1,\"text\":2}"
      })
  void refusesWhatIsNotOneJsonObject(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.BODY_UNREADABLE);
              assertThat(problem.detail()).doesNotContain("canary");
            });
  }

  @Test
  void depthDoesNotBreakTheStack() {
    String deep = "{\"lines\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";

    assertThatThrownBy(() -> read(deep)).isInstanceOf(Problem.class);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Order read(String body) throws IOException {
    return (Order)
        new JsonBodyReader()
            .readFrom(
                (Class) Order.class,
                Order.class,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
