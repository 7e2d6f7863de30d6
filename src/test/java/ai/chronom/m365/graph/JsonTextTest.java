package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @Test
  void readsAnObject() {
    assertThat(JsonText.object(bytes("{\"a\":\"\\\"[{\",\"b\":[1]}")))
        .hasValueSatisfying(
            object -> assertThat(JsonText.string(object, "a", "")).isEqualTo("\"[{"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "5", "{", "{\"a\":}", "<html>", "{\"a\":\"", "{\"a\":\"\\"})
  void anythingElseIsNone(String text) {
    assertThat(JsonText.object(bytes(text))).isEmpty();
  }

  @Test
  void depthHasALimit() {
    assertThat(JsonText.object(nested(JsonText.MAX_DEPTH))).isPresent();
    assertThat(JsonText.object(nested(JsonText.MAX_DEPTH + 1))).isEmpty();
    assertThat(JsonText.object(nested(1_000_000))).isEmpty();
  }

  @Test
  void stringsHaveALimit() {
    String longest = "x".repeat(JsonText.MAX_STRING_BYTES - 1);
    assertThat(JsonText.object(bytes("{\"a\":\"" + longest + "\"}"))).isPresent();
    assertThat(JsonText.object(bytes("{\"a\":\"" + longest + "xx\"}"))).isEmpty();
  }

  @Test
  void otherTypesReadAsAbsent() {
    var object = JsonText.object(bytes("{\"a\":5}")).orElseThrow();
    assertThat(JsonText.string(object, "a", "none")).isEqualTo("none");
    assertThat(JsonText.child(object, "a")).isEmpty();
    assertThat(JsonText.array(object, "a")).isEmpty();
  }

  private static byte[] nested(int depth) {
    return bytes("{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
