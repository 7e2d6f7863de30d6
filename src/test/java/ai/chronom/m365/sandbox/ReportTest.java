package ai.chronom.m365.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.contoso.Situation;
import ai.chronom.m365.sandbox.registration.Switch;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
  private static final String ACTIVE_USERS =
      "/v1.0/reports/getOffice365ActiveUserDetail(period='D180')";
  private final MovingClock clock = new MovingClock();
  private Sandbox sandbox;
  private SandboxClient client;

  /** A clock that tests push forward. */
  private static final class MovingClock extends Clock {
    private final InstantSource source = Clock.systemUTC();
    private Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return source.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeAll
  void start(@TempDir Path directory) {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withClock(clock));
    client = new SandboxClient(sandbox);
  }

  @BeforeEach
  void namesAreOpen() {
    sandbox.registration().set(Switch.CONCEALED_NAMES, false);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @Test
  void graphLeadsToTheDownloadHost() {
    HttpResponse<String> answer = client.get(client.token(), ACTIVE_USERS);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain");
    assertThat(answer.headers().firstValue("location").orElseThrow())
        .startsWith(sandbox.reportsUrl() + "/data/download/");
  }

  @Test
  void downloadIsACsvWithByteOrderMark() {
    HttpResponse<String> file = client.fetch(location(ACTIVE_USERS));

    assertThat(file.headers().firstValue("content-type")).contains("application/octet-stream");
    assertThat(file.body()).startsWith("\uFEFFReport Refresh Date,User Principal Name,");
    assertThat(records(file.body())).hasSizeGreaterThan(100);
  }

  @Test
  void downloadRefusesABearerToken() {
    HttpResponse<String> answer =
        client.fetch(location(ACTIVE_USERS), "Authorization", "Bearer " + client.token());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(sandbox.requests().all())
        .last()
        .satisfies(r -> assertThat(r.hadAuthorization()).isTrue());
  }

  @Test
  void linkExpires() {
    String link = location(ACTIVE_USERS);
    clock.ahead = clock.ahead.plusMinutes(6);

    assertThat(client.fetch(link).statusCode()).isEqualTo(403);
  }

  @Test
  void hostileNamesSurviveTheCsv() {
    List<String> names =
        records(client.fetch(location(ACTIVE_USERS)).body()).stream()
            .map(r -> r.getField("Display Name"))
            .toList();

    sandbox
        .truth()
        .peopleIn(Situation.ACTIVE_WITH_HOSTILE_NAME)
        .forEach(person -> assertThat(names).contains(person.displayName()));
  }

  @Test
  void concealedNamesAreThirtyTwoHexDigits() {
    sandbox.registration().set(Switch.CONCEALED_NAMES, true);

    assertThat(records(client.fetch(location(ACTIVE_USERS)).body()))
        .allSatisfy(r -> assertThat(r.getField("User Principal Name")).matches("[0-9A-F]{32}"));
  }

  @Test
  void neverActiveIsBlank() {
    String never = sandbox.truth().peopleIn(Situation.NEVER_SIGNED_IN).get(0).userPrincipalName();

    assertThat(records(client.fetch(location(ACTIVE_USERS)).body()))
        .filteredOn(r -> r.getField("User Principal Name").equals(never))
        .singleElement()
        .satisfies(r -> assertThat(r.getField("Exchange Last Activity Date")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "getM365AppUserDetail(period='D30') | 39",
        "getOffice365ActivationsUserDetail | 11",
        "getMailboxUsageDetail(period='D30') | 18",
        "getOneDriveUsageAccountDetail(period='D30') | 11",
        "getTeamsUserActivityUserDetail(period='D90') | 33",
        "getEmailActivityUserDetail(period='D90') | 13",
        "getSharePointActivityUserDetail(period='D90') | 12",
        "getOffice365ActivationCounts | 7"
      })
  void reportsHaveTheirColumnsAndRows(String function, int columns) {
    List<NamedCsvRecord> rows = records(client.fetch(location("/v1.0/reports/" + function)).body());

    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(columns));
  }

  @Test
  void copilotAnswersWithTheFileItself() {
    HttpResponse<String> answer =
        client.get(
            client.token(),
            "/v1.0/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D90',version='v2')");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(records(answer.body()))
        .hasSize((int) sandbox.truth().holders("Microsoft_365_Copilot"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "getOffice365ActiveUserDetail(period=D7)",
        "getOffice365ActiveUserDetail(period='D8')",
        "getOffice365ActiveUserDetail(date=1999-01-01)",
        "getOffice365ActiveUserDetail",
        "getNothing(period='D7')"
      })
  void refusesAWrongCall(String function) {
    assertThat(client.get(client.token(), "/v1.0/reports/" + function).statusCode()).isEqualTo(400);
  }

  private String location(String path) {
    return client.get(client.token(), path).headers().firstValue("location").orElseThrow();
  }

  private static List<NamedCsvRecord> records(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv.substring(1)).stream().toList();
  }
}
