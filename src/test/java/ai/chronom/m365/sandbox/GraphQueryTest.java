package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphQueryTest {
  private static final int USERS = 1300;
  private Sandbox sandbox;
  private SandboxClient client;
  private String token;

  @BeforeAll
  void start(@TempDir Path directory) {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(USERS));
    client = new SandboxClient(sandbox);
    token = client.token();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Nested
  class Pages {
    @ParameterizedTest
    @CsvSource({
      "'/v1.0/users?$select=id', 13",
      "'/v1.0/users?$top=999&$select=id', 2",
      "'/v1.0/users?$top=999&$select=id,signInActivity', 3",
      "'/v1.0/users?$top=500&$select=id,displayName&$count=true', 3"
    })
    void holdEverybodyOnce(String path, int pages) {
      List<String> ids = new ArrayList<>();
      String next = sandbox.graphUrl() + path;
      int count = 0;
      while (!next.isEmpty()) {
        assertThat(next).startsWith(sandbox.graphUrl());
        JsonNode page = client.json(token, next.substring(sandbox.graphUrl().length()));
        page.path("value").forEach(user -> ids.add(user.path("id").asText()));
        next = page.path("@odata.nextLink").asText("");
        count++;
      }

      assertThat(count).isEqualTo(pages);
      assertThat(ids).hasSize(USERS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"1000", "0", "-1", "many"})
    void refuseAWrongSize(String top) {
      assertThat(client.get(token, "/v1.0/users?$top=" + top).statusCode()).isEqualTo(400);
    }

    @Test
    void refuseATokenThatIsNotTheirs() {
      HttpResponse<String> answer = client.get(token, "/v1.0/users?$skiptoken=abc");

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("Directory_ExpiredPageToken");
    }
  }

  @Nested
  class Options {
    @ParameterizedTest
    @CsvSource({
      "'/v1.0/users?$select=id,favoriteColor', 400",
      "'/v1.0/users?$select=id,aboutMe', 501",
      "'/v1.0/users?$frobnicate=1', 400",
      "'/v1.0/users?$skip=10', 400",
      "'/v1.0/users?$filter=favoriteColor eq ''red''', 400",
      "'/v1.0/subscribedSkus?$top=5', 400",
      "/v1.0/nowhere, 400",
      "/v3.0/users, 400",
      "/v1.0/users/nobody@contoso.com, 404",
      "/v1.0/applications(appId=00000003-0000-0000-c000-000000000000), 400"
    })
    void areRefusedWhereGraphRefuses(String path, int status) {
      assertThat(client.get(token, path.replace(" ", "%20")).statusCode()).isEqualTo(status);
    }

    @Test
    void selectGivesExactlyTheSelected() {
      JsonNode user =
          client
              .json(token, "/v1.0/users?$top=1&$select=displayName,accountEnabled")
              .path("value")
              .get(0);

      assertThat(user.fieldNames()).toIterable().containsExactly("displayName", "accountEnabled");
    }

    @Test
    void countNeedsConsistencyLevel() {
      assertThat(client.get(token, "/v1.0/users/$count").statusCode()).isEqualTo(400);
      assertThat(client.get(token, "/v1.0/users/$count", "ConsistencyLevel", "eventual").body())
          .isEqualTo(Integer.toString(USERS));
    }

    @Test
    void advancedFilterNeedsConsistencyLevel() {
      String path =
          "/v1.0/users?$count=true&$top=1&$select=id&$filter=assignedLicenses/$count%20eq%200";

      assertThat(client.get(token, path).statusCode()).isEqualTo(400);
      JsonNode page = client.json(token, path, "ConsistencyLevel", "eventual");
      assertThat(page.path("@odata.count").asInt()).isBetween(50, 200);
    }

    @Test
    void licensedGroupsByFilter() {
      JsonNode page =
          client.json(
              token,
              "/v1.0/groups?$filter=assignedLicenses/any()&$select=id,displayName,assignedLicenses");

      assertThat(page.path("value"))
          .hasSize(3)
          .allSatisfy(group -> assertThat(group.path("assignedLicenses")).isNotEmpty());
    }

    @Test
    void deltaEndsWithALinkForTheNextRound() {
      String next = "/v1.0/users/delta?$select=id,accountEnabled";
      Set<String> ids = new HashSet<>();
      JsonNode page = client.json(token, next);
      while (page.has("@odata.nextLink")) {
        page.path("value").forEach(user -> ids.add(user.path("id").asText()));
        page =
            client.json(
                token,
                page.path("@odata.nextLink").asText().substring(sandbox.graphUrl().length()));
      }
      page.path("value").forEach(user -> ids.add(user.path("id").asText()));
      JsonNode nextRound =
          client.json(
              token, page.path("@odata.deltaLink").asText().substring(sandbox.graphUrl().length()));

      assertThat(ids).hasSize(USERS);
      assertThat(nextRound.path("value")).isEmpty();
    }
  }

  @Nested
  class Batches {
    @Test
    void answerItemByItem() {
      JsonNode responses =
          batch(
                  """
              {"requests":[
                {"id":"1","method":"GET","url":"/organization?$select=id"},
                {"id":"2","method":"GET","url":"/users/nobody"},
                {"id":"3","method":"GET","url":"/users?$top=1","dependsOn":["2"]},
                {"id":"4","method":"GET","url":"/reports/getOffice365ActivationCounts"},
                {"id":"5","method":"DELETE","url":"/users/x"}]}
              """)
              .path("responses");

      assertThat(responses)
          .extracting(r -> r.path("status").asInt())
          .containsExactly(200, 404, 424, 302, 403);
      assertThat(responses.get(0).path("body").path("value").get(0).path("id").asText())
          .isEqualTo(sandbox.tenantId());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "no json",
          "{\"requests\":[]}",
          "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\"}]}",
          "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/a\"},{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/b\"}]}"
        })
    void refuseWhatIsNoBatch(String body) {
      assertThat(batch(body).path("error").path("code").asText()).isEqualTo("BadRequest");
    }

    @Test
    void refuseTwentyOne() {
      List<String> items = new ArrayList<>();
      for (int i = 0; i < 21; i++) {
        items.add("{\"id\":\"" + i + "\",\"method\":\"GET\",\"url\":\"/organization\"}");
      }

      JsonNode answer = batch("{\"requests\":[" + String.join(",", items) + "]}");

      assertThat(answer.path("error").path("message").asText()).contains("20");
    }

    private JsonNode batch(String body) {
      return Json.read(
          client
              .send(
                  HttpRequest.newBuilder(URI.create(sandbox.graphUrl() + "/v1.0/$batch"))
                      .header("Authorization", "Bearer " + token)
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString(body)))
              .body());
    }
  }

  @Nested
  class OwnApplication {
    @Test
    void showsSecretsByHintOnly() {
      JsonNode app =
          client.json(token, "/v1.0/applications(appId='" + sandbox.applicationId() + "')");

      JsonNode credential = app.path("passwordCredentials").get(0);
      assertThat(credential.path("hint").asText())
          .isEqualTo(sandbox.clientSecret().substring(0, 3));
      assertThat(app.toString()).doesNotContain(sandbox.clientSecret());
      assertThat(app.path("requiredResourceAccess").get(0).path("resourceAccess")).hasSize(14);
    }

    @Test
    void consentIsOnTheServicePrincipal() {
      String id =
          client
              .json(
                  token,
                  "/v1.0/servicePrincipals(appId='" + sandbox.applicationId() + "')?$select=id")
              .path("id")
              .asText();

      assertThat(
              client
                  .json(token, "/v1.0/servicePrincipals/" + id + "/appRoleAssignments")
                  .path("value"))
          .hasSize(13);
      assertThat(
              client
                  .json(token, "/v1.0/oauth2PermissionGrants?$filter=clientId eq '" + id + "'")
                  .path("value")
                  .get(0)
                  .path("scope")
                  .asText())
          .isEqualTo(" User.Read");
    }
  }

  @Test
  void consumedUnitsAreTheHolders() {
    Set<String> seen = new HashSet<>();
    java.util.Map<String, Integer> holders = new java.util.HashMap<>();
    String next = "/v1.0/users?$top=999&$select=id,assignedLicenses";
    while (!next.isEmpty()) {
      JsonNode page = client.json(token, next);
      for (JsonNode user : page.path("value")) {
        assertThat(seen.add(user.path("id").asText())).isTrue();
        user.path("assignedLicenses")
            .forEach(l -> holders.merge(l.path("skuId").asText(), 1, Integer::sum));
      }
      next = page.path("@odata.nextLink").asText("").replace(sandbox.graphUrl(), "");
    }

    for (JsonNode product : client.json(token, "/v1.0/subscribedSkus").path("value")) {
      assertThat(product.path("consumedUnits").asInt())
          .as(product.path("skuPartNumber").asText())
          .isEqualTo(holders.getOrDefault(product.path("skuId").asText(), 0));
    }
  }

  @Test
  void usersAreFoundByIdAndName() {
    for (Situation situation : sandbox.truth().counts().keySet()) {
      var person = sandbox.truth().peopleIn(situation).get(0);
      String name = person.userPrincipalName().replace("#", "%23");

      assertThat(
              client.json(token, "/v1.0/users/" + person.id()).path("userPrincipalName").asText())
          .isEqualTo(person.userPrincipalName());
      assertThat(client.json(token, "/v1.0/users/" + name).path("id").asText())
          .as(name)
          .isEqualTo(person.id());
    }
  }
}
