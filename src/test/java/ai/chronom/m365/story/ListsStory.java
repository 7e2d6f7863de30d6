package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * What an admin knows and Graph does not: who is away, whom to protect, who used what, at which
 * price.
 */
final class ListsStory {
  private final RunningServer server;
  private final Rest rest;
  private final String tenant;

  ListsStory(RunningServer server, Rest rest, String tenant) {
    this.server = server;
    this.rest = rest;
    this.tenant = tenant;
  }

  void leaveListComesFromAFile() {
    HttpResponse<String> wrong =
        upload("/lists/on-leave/import", "member,until\nann@contoso.com,\nnobody,soon\n");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("line 3: member").contains("line 3: until");
    HttpResponse<String> right =
        upload(
            "/lists/on-leave/import?replace=true",
            "member,note,until\nnobody@contoso.com,away,2099-01-31\nback@contoso.com,,2020-01-31\n");
    assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
    assertThat(Rest.parse(right).getInt("imported")).isEqualTo(1);
    assertThat(Rest.parse(right).getInt("over")).isEqualTo(1);
    JsonObject entry = entry("nobody@contoso.com");
    assertThat(entry.getString("until")).isEqualTo("2099-01-31");
    remove("on-leave", entry);
  }

  void protectionIsSuggested() {
    List<JsonObject> suggested = suggestions();
    assertThat(suggested)
        .extracting(one -> one.getString("userPrincipalName").replaceAll("-.*", ""))
        .contains("breakglass", "svc", "adm");
    JsonObject first = suggested.get(0);
    String id = first.getString("userId");
    String body = "{\"list\":\"protected\",\"kind\":\"account\",\"members\":[\"" + id + "\"]}";
    assertThat(rest.call("POST", tenant + "/lists", body).statusCode()).isEqualTo(200);
    assertThat(suggestions()).hasSize(suggested.size() - 1).doesNotContain(first);
    remove("protected", entry(id));
    assertThat(suggestions()).hasSize(suggested.size());
  }

  void activityListMakesVisioSure() {
    assertThat(confidences("R16")).containsOnly("low");
    String header = "User name,Display name,Last activity date,Desktop,Web\n";
    HttpResponse<String> wrong =
        upload("/activity-lists/visio?days=90", header + "ann@contoso.com,Ann,,perhaps,No\n");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("line 2: Desktop");
    assertThat(upload("/activity-lists/visio", header + "a@b.c,,,,\n").body()).contains("days");
    HttpResponse<String> right =
        upload("/activity-lists/visio?days=90", header + "nobody@contoso.com,Nobody,,No,Yes\n");
    assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
    rest.await(
        tenant + "/findings?rule=R16&state=open&size=500",
        found -> found.toString().contains("\"confidence\":\"medium\""));
    assertThat(rest.call("DELETE", tenant + "/activity-lists/visio", "").statusCode())
        .isEqualTo(204);
    rest.await(
        tenant + "/findings?rule=R16&state=open&size=500",
        found -> !found.toString().contains("\"confidence\":\"medium\""));
  }

  void pricesHoldForTheirSegment() {
    String before = monthly();
    assertThat(before).isNotEqualTo("0.00");
    assertThat(rest.call("PUT", tenant + "/segment", "{\"segment\":\"charity\"}").statusCode())
        .isEqualTo(400);
    assertThat(rest.call("PUT", tenant + "/segment", "{\"segment\":\"nonprofit\"}").statusCode())
        .isEqualTo(200);
    rest.await(tenant + "/savings", found -> !found.toString().contains(before));
    assertThat(monthly()).as("no price is known").isEqualTo("0.00");
    assertThat(rest.json("/prices?segment=nonprofit&size=1").toString()).contains("total");
    assertThat(rest.call("PUT", tenant + "/segment", "{\"segment\":\"commercial\"}").statusCode())
        .isEqualTo(200);
    rest.await(tenant + "/savings", found -> found.toString().contains(before));
  }

  private String monthly() {
    return rest.json(tenant + "/savings").getJsonObject("monthly").getString("amount");
  }

  private List<String> confidences(String rule) {
    return items(tenant + "/findings?rule=" + rule + "&state=open&size=500").stream()
        .map(one -> one.getString("confidence"))
        .toList();
  }

  private List<JsonObject> suggestions() {
    return items(tenant + "/lists/protected/suggestions");
  }

  private List<JsonObject> items(String address) {
    return rest.json(address).getJsonArray("items").stream().map(JsonValue::asJsonObject).toList();
  }

  private JsonObject entry(String member) {
    return items(tenant + "/lists?size=500").stream()
        .filter(one -> one.getString("member").equals(member))
        .findFirst()
        .orElseThrow();
  }

  private void remove(String list, JsonObject entry) {
    JsonValue id = entry.get("id");
    String number = id instanceof JsonString text ? text.getString() : id.toString();
    assertThat(rest.call("DELETE", tenant + "/lists/" + list + "/" + number, "").statusCode())
        .isEqualTo(204);
  }

  private HttpResponse<String> upload(String path, String csv) {
    return server.send(
        HttpRequest.newBuilder(server.url("/api/v1" + tenant + path))
            .header("Authorization", "Bearer " + server.apiToken())
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(csv))
            .build());
  }
}
