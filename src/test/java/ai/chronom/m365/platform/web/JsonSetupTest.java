package ai.chronom.m365.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.problem.Listing;
import jakarta.json.bind.Jsonb;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonSetupTest {
  private final Jsonb json = new JsonSetup().getContext(Object.class);

  record Id(UUID value) {
    @Override
    public String toString() {
      return "id-" + value;
    }
  }

  enum Kind {
    TWO_WORDS
  }

  enum Named {
    FIRST;

    String word() {
      return "1st";
    }
  }

  record Price(BigDecimal amount, Currency currency) {}

  record Answer(Id id, Kind kind, Named named, @Nullable String absent, Optional<String> maybe) {
    public boolean isDerived() {
      return true;
    }
  }

  record Times(Instant at, LocalDate on) {}

  @Test
  void recordsAreWrittenByTheirComponentsInOrder() {
    UUID uuid = UUID.fromString("00000000-0000-0000-0000-000000000001");

    assertThat(
            json.toJson(
                new Answer(new Id(uuid), Kind.TWO_WORDS, Named.FIRST, null, Optional.empty())))
        .isEqualTo("{\"id\":\"id-" + uuid + "\",\"kind\":\"two-words\",\"named\":\"1st\"}");
  }

  @Test
  void moneyIsTextWithTwoDecimalsAtLeast() {
    Currency dollar = Currency.getInstance("USD");

    assertThat(json.toJson(new Price(new BigDecimal("12.5000"), dollar)))
        .isEqualTo("{\"amount\":\"12.50\",\"currency\":\"USD\"}");
    assertThat(json.toJson(new Price(new BigDecimal("0.1234"), dollar)))
        .contains("\"amount\":\"0.1234\"");
    assertThat(json.toJson(new Price(new BigDecimal("1E+3"), dollar)))
        .contains("\"amount\":\"1000.00\"");
  }

  @Test
  void timesAreIso8601InUtc() {
    assertThat(
            json.toJson(
                new Times(Instant.parse("2027-03-01T12:00:00Z"), LocalDate.parse("2027-03-01"))))
        .isEqualTo("{\"at\":\"2027-03-01T12:00:00Z\",\"on\":\"2027-03-01\"}");
  }

  @Test
  void listsHoldRecordsAndMapsKeepTheirKeys() {
    assertThat(json.toJson(new Listing<>(List.of(Map.of("a", Kind.TWO_WORDS)), 1, 0, 50)))
        .isEqualTo("{\"items\":[{\"a\":\"two-words\"}],\"total\":1,\"page\":0,\"size\":50}");
  }
}
