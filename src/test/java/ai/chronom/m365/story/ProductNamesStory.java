package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.RunningServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** A product that our catalog does not know gets its name from Microsoft's table. */
record ProductNamesStory(RunningServer server, Rest rest, String tenant) {
  private static final String GUIDES = "0a389a77-9850-4dc4-b600-bc66fdfefc60";
  private static final String NAME = "Dynamics 365 Guides, by Microsoft";
  private static final String TABLE =
      "String_Id,Product_Display_Name,GUID,Service_Plan_Name,Service_Plan_Id,"
          + "Service_Plans_Included_Friendly_Names\r\n"
          + "GUIDES_USER,\""
          + NAME
          + "\","
          + GUIDES
          + ",GUIDES,0b2c029c-dca0-454a-a336-887285d6ef07,Guides\r\n";

  void namesComeAndGo() {
    assertThat(licenses()).contains("GUIDES_USER").doesNotContain(NAME);
    HttpResponse<String> wrong = imported(TABLE.replace(GUIDES, "no-guid"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("line 2: GUID");
    HttpResponse<String> answer = imported(TABLE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Rest.parse(answer).getInt("added")).isEqualTo(1);

    rest.await(tenant + "/licenses?size=500", found -> found.toString().contains(NAME));
    assertThat(rest.get(tenant + "/reports/licenses.csv").body()).contains(NAME);
    assertThat(rest.get(tenant + "/reports/users.csv").body()).contains(NAME);
    assertThat(kind()).isEqualTo("unknown");

    assertThat(rest.call("DELETE", "/products/import", "").statusCode()).isEqualTo(204);
    rest.await(tenant + "/licenses?size=500", found -> !found.toString().contains(NAME));
    assertThat(rest.call("DELETE", "/products/import", "").statusCode()).isEqualTo(404);
    assertThat(rest.get("/audit?size=100").body()).contains("product-table-imported");
  }

  private String licenses() {
    return rest.json(tenant + "/licenses?size=500").toString();
  }

  /** What it is for stays unknown, whatever it is called. */
  private String kind() {
    return rest.json(tenant + "/licenses?size=500").getJsonArray("items").stream()
        .map(row -> row.asJsonObject())
        .filter(row -> row.getString("skuId").equals(GUIDES))
        .map((JsonObject row) -> row.getString("kind"))
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> imported(String table) {
    return server.send(
        HttpRequest.newBuilder(server.url("/api/v1/products/import"))
            .header("Authorization", "Bearer " + server.apiToken())
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(table))
            .build());
  }
}
