package ai.chronom.m365.sandbox.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {
  private static final String DOCUMENT =
      """
      {"paths":{"/things/{thing-id}":{"get":{"responses":{"2XX":{"content":{"application/json":{"schema":
        {"$ref":"#/components/schemas/thing"}}}}}}}},
       "components":{"schemas":{
        "entity":{"type":"object","properties":{"id":{"type":"string"}}},
        "part":{"type":"object","properties":{"size":{"type":"integer"}}},
        "thing":{"allOf":[{"$ref":"#/components/schemas/entity"},{"type":"object","properties":{
          "on":{"type":"boolean","nullable":true},
          "at":{"type":"string","format":"date-time"},
          "kind":{"type":"string","enum":["a","b"]},
          "part":{"anyOf":[{"$ref":"#/components/schemas/part"},{"type":"object","nullable":true}]},
          "parts":{"type":"array","items":{"$ref":"#/components/schemas/part"}}}}]}}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'1','on':null,'at':'2026-01-02T03:04:05Z','kind':'b','part':null,'parts':[{'size':1}]} | ''",
        "{'id':'1','@odata.context':'x','part':{'size':2}} | ''",
        "{'id':null} | $.id is null and must not be",
        "{'color':'red'} | $.color is unknown",
        "{'on':'yes'} | $.on is \"yes\", expected boolean",
        "{'at':'yesterday'} | $.at is \"yesterday\", expected string date-time",
        "{'kind':'c'} | $.kind is \"c\", expected string",
        "{'part':{'size':'big'}} | $.part.size is \"big\", expected integer",
        "{'parts':[{'size':1},{'weight':2}]} | $.parts[1].weight is unknown"
      })
  void seesWhatDoesNotConform(String value, String violation, @TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("api.json"), DOCUMENT);
    OpenApi api = OpenApi.read(file);

    String found =
        String.join(
            "; ",
            api.violations(
                Json.read(value.replace('\'', '"')), api.schemaOf("/things/{}").orElseThrow()));

    assertThat(found.trim()).isEqualTo(violation.equals("''") ? "" : violation);
  }
}
