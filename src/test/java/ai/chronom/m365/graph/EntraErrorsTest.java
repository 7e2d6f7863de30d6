package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntraErrorsTest {
  private static final EntraErrors TABLE = new EntraErrors();
  private static final Set<String> FORM =
      Set.of("tenantId", "applicationId", "clientSecret", "cloud");

  static Set<Integer> codes() {
    return TABLE.codes();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeSaysWhatItMeansAndWhatToDo(int code) {
    EntraError error =
        TABLE.read(400, body("invalid_request").add("error_codes", array(code)).build());
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.label()).isEqualTo("AADSTS" + code);
    assertThat(error.meaning()).endsWith(".");
    assertThat(error.remedy()).endsWith(".");
    error.field().ifPresent(field -> assertThat(FORM).contains(field));
  }

  @ParameterizedTest
  @ValueSource(ints = {50196, 90055, 90033, 90006, 90012, 90024, 90090, 50033, 50000})
  void entrasOwnTroubleIsTransient(int code) {
    assertThat(TABLE.read(400, body("x").add("error_codes", array(code)).build()).isTransient())
        .isTrue();
  }

  @Test
  void nothingElseIsTransient() {
    Set<Integer> transients =
        TABLE.codes().stream()
            .filter(
                code ->
                    TABLE
                        .read(400, body("x").add("error_codes", array(code)).build())
                        .isTransient())
            .collect(Collectors.toSet());
    assertThat(transients)
        .containsExactlyInAnyOrderElementsOf(
            List.of(50196, 90055, 90033, 90006, 90012, 90024, 90090, 50033, 50000));
  }

  @Test
  void readsWhatTheSupportAsksFor() {
    EntraError error =
        TABLE.read(
            401,
            body("invalid_client")
                .add("error_codes", array(7000215))
                .add("trace_id", "t")
                .add("correlation_id", "c")
                .add("timestamp", "2026-03-02 18:25:26Z")
                .build());
    assertThat(error.traceId()).isEqualTo("t");
    assertThat(error.correlationId()).isEqualTo("c");
    assertThat(error.timestamp()).isEqualTo(Instant.parse("2026-03-02T18:25:26Z"));
  }

  @Test
  void findsTheCodeInTheTextWhenTheListIsMissing() {
    JsonObject body =
        body("invalid_client").add("error_description", "AADSTS7000222: expired").build();
    assertThat(TABLE.read(401, body).code()).isEqualTo(7000222);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_client, 401, false, clientSecret",
    "invalid_request, 400, false,",
    "temporarily_unavailable, 400, true,",
    "server_error, 400, true,",
    "invalid_request, 503, true,",
    "invalid_request, 429, true,"
  })
  void unknownCodesKeepADefault(String word, int status, boolean isTransient, String field) {
    EntraError error = TABLE.read(status, body(word).add("error_codes", array(123456)).build());
    assertThat(error.code()).isEqualTo(123456);
    assertThat(error.isTransient()).isEqualTo(isTransient);
    assertThat(error.formField()).isEqualTo(field);
    assertThat(error.meaning()).isNotBlank();
  }

  @Test
  void oddBodiesAreRead() {
    JsonObject odd =
        Json.createObjectBuilder()
            .add("error", 7)
            .add("error_codes", "x")
            .add("timestamp", "now")
            .build();
    EntraError error = TABLE.read(400, odd);
    assertThat(error.code()).isZero();
    assertThat(error.label()).isEqualTo("unknown_error");
    assertThat(error.timestamp()).isNull();
  }

  private static JsonObjectBuilder body(String error) {
    return Json.createObjectBuilder().add("error", error);
  }

  private static jakarta.json.JsonArray array(int code) {
    return Json.createArrayBuilder().add(code).build();
  }
}
