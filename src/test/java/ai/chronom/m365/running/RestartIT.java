package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Stopping ends everything in good order; starting again finds what was there. */
class RestartIT {
  private static final RunningServer SERVER =
      RunningServer.start(Map.of("chronom.sandbox.enabled", "false"));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void theDataSurvives() throws IOException {
    String token = "{\"name\":\"kept-over-the-restart\",\"role\":\"viewer\"}";
    assertThat(SERVER.call("POST", "/api/v1/tokens", token).statusCode()).isEqualTo(201);
    assertThat(importedNames()).isEqualTo(200);
    String password = SERVER.adminPassword();
    List<ProcessHandle> processes = SERVER.processes().toList();

    SERVER.stop();

    assertThat(processes).noneMatch(ProcessHandle::isAlive);
    assertThat(Files.readString(SERVER.log()))
        .contains("chronom-m365 was successfully undeployed")
        .contains("Shutdown procedure finished");

    SERVER.startAgain();

    assertThat(SERVER.get("/api/v1/tokens").body()).contains("kept-over-the-restart");
    assertThat(SERVER.adminPassword()).isEqualTo(password);
    assertThat(SERVER.get("/api/v1/products?size=500").body())
        .as("Microsoft's names of products")
        .contains("Named before the restart");
  }

  private static int importedNames() {
    String table =
        "Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,"
            + "Service_Plans_Included_Friendly_Names\r\n"
            + "Named before the restart,NAMED,00000000-0000-4000-8000-000000000077,PLAN,"
            + "00000000-0000-4000-8000-000000000078,A plan\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(SERVER.url("/api/v1/products/import"))
            .header("Authorization", "Bearer " + SERVER.apiToken())
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(table))
            .build();
    return SERVER.send(request).statusCode();
  }
}
