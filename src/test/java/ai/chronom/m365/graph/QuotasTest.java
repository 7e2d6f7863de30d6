package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotasTest {
  private static final String CASES = "/v1.0/security/cases/ediscoveryCases?$top=1&$select=id";
  private static final String SIGN_INS = "/v1.0/auditLogs/signIns?$top=1&$select=id";

  private long nanos = Long.MAX_VALUE - 1_000_000_000L; // nanoTime may run over
  private final Quotas quotas = new Quotas(() -> nanos);
  private final Quotas.OfTenant contoso = quotas.of(new TenantId(UUID.randomUUID()));
  private final Quotas.OfTenant fabrikam = quotas.of(new TenantId(UUID.randomUUID()));

  @Test
  void fiveCasesAMinuteAndTheSixthIsLeftUnasked() {
    assertThat(ask(contoso, CASES, 5)).containsOnly(Optional.of(Duration.ZERO));
    assertThat(contoso.reserve(CASES)).isEmpty();
    pass(Duration.ofSeconds(52));
    assertThat(contoso.reserve(CASES)).contains(Duration.ofSeconds(8));
  }

  @Test
  void fiveLogsInTenSecondsAndTheSixthWaits() {
    ask(contoso, SIGN_INS, 5);
    pass(Duration.ofSeconds(3));
    assertThat(contoso.reserve(SIGN_INS)).contains(Duration.ofSeconds(7));
  }

  /** In any ten seconds, whoever asks how often: at most five. */
  @Test
  void limitIsKeptInEveryWindow() {
    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      contoso.reserve(SIGN_INS).ifPresent(wait -> sent.add(nanos + wait.toNanos()));
      pass(Duration.ofMillis(137L * (i % 7)));
    }
    for (int i = 5; i < sent.size(); i++) {
      assertThat(sent.get(i) - sent.get(i - 5)).isGreaterThanOrEqualTo(10_000_000_000L);
    }
  }

  @Test
  void tenantsDoNotTakeEachOthersTurns() {
    ask(contoso, CASES, 5);
    assertThat(fabrikam.reserve(CASES)).contains(Duration.ZERO);
  }

  @Test
  void servicesDoNotTakeEachOthersTurns() {
    ask(contoso, CASES, 5);
    assertThat(contoso.reserve(SIGN_INS)).contains(Duration.ZERO);
  }

  @Test
  void everyReportHasItsOwn() {
    ask(contoso, "/v1.0/reports/getOffice365ActivationCounts", 14);
    assertThat(contoso.reserve("/v1.0/reports/getOffice365ActivationCounts")).isEmpty();
    assertThat(contoso.reserve("/v1.0/reports/getTeamsUserActivityUserDetail(period='D7')"))
        .contains(Duration.ZERO);
  }

  /** 3,500 units in ten seconds; licenses bought cost three each. */
  @Test
  void directoryCountsUnits() {
    assertThat(ask(contoso, "/v1.0/subscribedSkus", 1_166))
        .containsOnly(Optional.of(Duration.ZERO));
    assertThat(contoso.reserve("/v1.0/subscribedSkus")).contains(Duration.ofSeconds(10));
    assertThat(contoso.reserve("/v1.0/deviceManagement/managedDevices")).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1.0/users, 2",
    "/v1.0/users?$select=id&$top=999, 1",
    "https://graph.microsoft.com/v1.0/users?%24select=id&%24skiptoken=x, 1",
    "/v1.0/users?$top=5, 1",
    "/v1.0/users?$expand=manager, 3",
    "/v1.0/groups/1/members, 3",
    "/v1.0/groups/1/transitiveMembers?$select=id, 4",
    "/v1.0/organization, 1"
  })
  void weighsRequestsAsMicrosoftDoes(String path, int units) {
    assertThat(Quota.of(path).cost(path)).isEqualTo(units);
  }

  @Test
  void pagesWaitHoweverLongAndLeaveOneTurnForSmallQuestions() {
    for (int i = 0; i < 4; i++) {
      assertThat(contoso.await(CASES)).isZero();
    }
    assertThat(contoso.reserve(CASES)).contains(Duration.ZERO);
    assertThat(contoso.await(CASES)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void patienceAskedOfOneIsKeptByAllOfTheTenant() {
    contoso.hold(SIGN_INS, Duration.ofSeconds(90));
    assertThat(contoso.reserve(SIGN_INS)).isEmpty();
    assertThat(contoso.await(SIGN_INS)).isEqualTo(Duration.ofSeconds(90));
    assertThat(fabrikam.await(SIGN_INS)).isZero();
    assertThat(contoso.await(CASES)).isZero();
    contoso.release(SIGN_INS);
    assertThat(contoso.reserve(SIGN_INS)).contains(Duration.ZERO);
  }

  private static List<Optional<Duration>> ask(Quotas.OfTenant tenant, String path, int times) {
    List<Optional<Duration>> waits = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      waits.add(tenant.reserve(path));
    }
    return waits;
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
