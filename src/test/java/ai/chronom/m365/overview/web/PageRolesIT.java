package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.platform.web.Staff;
import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import ai.chronom.m365.running.SandboxTenant;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each page against each role and nobody, as {@link PageRoles} lists them; that it lists all of
 * them, {@link PageRolesTest} sees to.
 */
class PageRolesIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final Map<String, Page> PEOPLE = new TreeMap<>();

  private static Chromium chromium;
  private static Page nobody;
  private static boolean connected;

  @BeforeAll
  static void signEverybodyIn() {
    SandboxTenant tenant = SERVER.sandbox();
    String body =
        """
        {"name":"Contoso","tenantId":"%s","applicationId":"%s","clientSecret":"%s","cloud":"sandbox"}
        """
            .formatted(tenant.tenantId(), tenant.applicationId(), tenant.clientSecret());
    int status = SERVER.call("POST", "/api/v1/tenants", body).statusCode();
    assertThat(status).isIn(201, 409);
    connected = status == 201;
    chromium = Chromium.start();
    nobody = chromium.newPage();
    Staff staff = new Staff(SERVER, chromium);
    PEOPLE.put(Role.ADMIN, staff.admin());
    PEOPLE.put(Role.OPERATOR, staff.invited(Role.OPERATOR));
    PEOPLE.put(Role.VIEWER, staff.invited(Role.VIEWER));
  }

  @AfterAll
  static void leave() {
    chromium.close();
    if (connected) {
      SERVER.call("DELETE", "/api/v1/tenants/" + SERVER.sandbox().tenantId(), "");
    }
  }

  static Stream<String> addresses() {
    return PageRoles.MAY_OPEN.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void opensForWhoMayAndTellsTheOthersWhichRoleIsMissing(String address) {
    Set<String> roles = PageRoles.MAY_OPEN.get(address);
    for (String role : List.of(Role.ADMIN, Role.OPERATOR, Role.VIEWER)) {
      APIResponse answer = get(PEOPLE.get(role), address);
      if (roles.contains(role)) {
        assertThat(answer.status()).as("%s as %s", address, role).isEqualTo(found(address));
        if (found(address) == 200) {
          assertThat(answer.text()).as("%s as %s", address, role).contains("id=\"sign-out\"");
        }
      } else {
        assertThat(answer.status()).as("%s as %s", address, role).isEqualTo(403);
        assertThat(answer.text())
            .contains(roles.contains(Role.OPERATOR) ? "the role operator" : "the role admin")
            .contains("yours is " + role);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void nobodyIsLedToTheLoginPage(String address) {
    APIResponse answer = get(nobody, address);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers().get("location")).startsWith("/login.xhtml");
  }

  @Test
  void pagesBehindAddressesHaveNoOther() {
    for (String address : PageRoles.MAY_OPEN.keySet()) {
      String page = Addresses.find(address).orElseThrow().page();
      assertThat(get(PEOPLE.get(Role.ADMIN), page).status()).as(page).isEqualTo(404);
      assertThat(get(nobody, page).status()).as(page).isEqualTo(303);
    }
  }

  /** Whom nobody knows there is nothing about, whatever the role. */
  private static int found(String address) {
    return address.endsWith("/U") ? 404 : 200;
  }

  private static APIResponse get(Page person, String address) {
    String path =
        address
            .replaceFirst("/T(?=/|$)", "/" + SERVER.sandbox().tenantId())
            .replaceFirst("/U$", "/" + new UUID(0, 1));
    return person
        .context()
        .request()
        .get(
            SERVER.url(path).toString(),
            RequestOptions.create().setMaxRedirects(0).setTimeout(60_000));
  }
}
