package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.graph.Endpoint;
import ai.chronom.m365.sandbox.graph.Endpoints;
import ai.chronom.m365.sandbox.openapi.OpenApi;
import ai.chronom.m365.sandbox.registration.Permission;
import ai.chronom.m365.sandbox.registration.Permissions;
import ai.chronom.m365.sandbox.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every answer of the sandbox against Microsoft's OpenAPI slice, when the reference library lies
 * beside the project.
 */
class SandboxConformanceTest {
  private static final Path FACTS =
      Path.of(System.getProperty("chronom.reference", "../shared")).resolve("facts/graph");

  private final Map<String, String> ids = new HashMap<>();

  @Test
  void everyAnswerConforms(@TempDir Path directory) {
    Path v1 = FACTS.resolve("openapi-slice.json");
    assumeTrue(
        Files.exists(v1),
        "no reference library at " + FACTS + ": answers were not held against Microsoft's OpenAPI");
    Map<String, OpenApi> documents =
        Map.of(
            "v1.0",
            OpenApi.read(v1),
            "beta",
            OpenApi.read(FACTS.resolve("openapi-slice-beta.json")));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(directory))) {
      Permissions.ALL.stream()
          .filter(Permission::isApplication)
          .forEach(sandbox.registration()::grant);
      SandboxClient client = new SandboxClient(sandbox);
      String token = client.token();
      learnIds(sandbox, client, token);
      int held = 0;
      for (Endpoint endpoint : Endpoints.known().all()) {
        HttpResponse<String> answer =
            client.get(token, "/" + endpoint.version() + filled(endpoint.template(), sandbox));
        held += conforms(documents.get(endpoint.version()), endpoint, answer) ? 1 : 0;
      }
      assertThat(held).as("answers held against a schema").isGreaterThan(120);
      holdFullUsers(documents.get("v1.0"), client, token);
    }
  }

  private void learnIds(Sandbox sandbox, SandboxClient client, String token) {
    ids.put("users", sandbox.truth().idsIn(Situation.ACTIVE).get(0));
    ids.put("directoryObjects", sandbox.truth().idsIn(Situation.ACTIVE).get(0));
    for (String collection :
        List.of(
            "groups",
            "applications",
            "servicePrincipals",
            "directoryRoles",
            "subscribedSkus",
            "sites",
            "identityGovernance/termsOfUse/agreements",
            "directory/subscriptions",
            "deviceAppManagement/mobileApps",
            "deviceManagement/deviceConfigurations",
            "security/cases/ediscoveryCases",
            "security/secureScores")) {
      JsonNode first = client.json(token, "/v1.0/" + collection).path("value").get(0);
      ids.put(collection.substring(collection.lastIndexOf('/') + 1), first.path("id").asText());
    }
  }

  private String filled(String template, Sandbox sandbox) {
    StringBuilder path = new StringBuilder();
    String before = "";
    for (String segment : template.substring(1).split("/")) {
      String id = ids.getOrDefault(before, "00000000-0000-0000-0000-000000000000");
      path.append('/').append(segment.equals("{}") ? id : segment);
      before = segment;
    }
    return path.toString()
        .replace("(appId)", "(appId='" + sandbox.applicationId() + "')")
        .replace("(period)", "(period='D7')")
        .replace(
            "(date)",
            "(date=" + java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(5) + ")");
  }

  /** True when there was a schema to hold the answer against. */
  private static boolean conforms(
      OpenApi document, Endpoint endpoint, HttpResponse<String> answer) {
    String what = endpoint.version() + " " + endpoint.template() + " answered " + answer.body();
    boolean openable =
        Permissions.ALL.stream().map(Permission::value).anyMatch(endpoint.roles()::contains);
    assertThat(answer.statusCode())
        .as(what)
        .isIn(openable ? Set.of(200, 302, 400, 404) : Set.of(403));
    if (answer.statusCode() >= 400) {
      JsonNode error = Json.read(answer.body()).path("error");
      assertThat(error.path("code").asText()).as(what).isNotEmpty();
      assertThat(error.path("innerError").path("request-id").asText()).as(what).isNotEmpty();
      return false;
    }
    Optional<JsonNode> schema = document.schemaOf(endpoint.template());
    boolean json =
        answer.headers().firstValue("content-type").orElse("").startsWith("application/json");
    if (!json || schema.isEmpty()) {
      return false;
    }
    JsonNode body = Json.read(answer.body());
    assertThat(body.path("@odata.context").asText()).as(what).startsWith("https://localhost");
    assertThat(document.violations(body, schema.get())).as(what).isEmpty();
    return true;
  }

  /** All properties that license questions ask of users, in all their situations. */
  private static void holdFullUsers(OpenApi document, SandboxClient client, String token) {
    String select =
        "id,userPrincipalName,displayName,givenName,surname,jobTitle,employeeId,accountEnabled,userType,externalUserState,"
            + "createdDateTime,employeeHireDate,employeeType,department,companyName,employeeOrgData,usageLocation,"
            + "onPremisesSyncEnabled,assignedLicenses,licenseAssignmentStates,assignedPlans,signInActivity,proxyAddresses";
    JsonNode page = client.json(token, "/v1.0/users?$top=500&$select=" + select);

    assertThat(page.path("value").size()).isEqualTo(120);
    assertThat(document.violations(page, document.schemaOf("/users").orElseThrow())).isEmpty();
  }
}
