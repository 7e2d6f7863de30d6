package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.CollectionName.REPORT_ACTIVE_USERS;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIBED_SKUS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import java.time.Instant;
import java.util.stream.Stream;

/** Services that answer, but not as they should. */
class StrangeAnswersTest extends FaultTable {
  static Stream<Row> rows() {
    return Stream.of(strange(), endless(), repeated(), unauthorized()).flatMap(rows -> rows);
  }

  static Stream<Row> strange() {
    Stream<Row> unreadable =
        Stream.of("<html>sign in</html>", "{\"value\":[{\"id\":\"", "[]", "{}", "null", "")
            .map(
                body ->
                    users(
                        "T-70 200 with " + body,
                        run -> run.plant(second(Fault.junk(body), Integer.MAX_VALUE)),
                        run -> {
                          partial(run, 500);
                          assertThat(run.asked("skiptoken")).isLessThanOrEqualTo(3);
                        }));
    Stream<Row> odd =
        Stream.of(
            users(
                "T-71 null, wrong types, unknown words",
                run ->
                    run.plant(
                        second(
                            new Fault.Rewrite(
                                body ->
                                    body.replaceFirst(
                                            "\"accountEnabled\":(true|false)",
                                            "\"accountEnabled\":\"maybe\"")
                                        .replaceFirst(
                                            "\"usageLocation\":\"..\"", "\"usageLocation\":{}")
                                        .replace("\"Member\"", "\"Android\"")
                                        .replaceFirst(
                                            "\"createdDateTime\":\"[^\"]*\"",
                                            "\"createdDateTime\":[[]]")
                                        .replaceFirst(
                                            "\"surname\":\"[^\"]*\"",
                                            "\"surname\":1e400,\"new\":{\"a\":[{}]}")),
                            1)),
                run -> {
                  assertThat(run.end()).isEqualTo(new RunEnd.Completed(false));
                  assertThat(run.users().warnings()).isGreaterThanOrEqualTo(4);
                  assertThat(run.stored()).hasSize(COMPANY);
                }));
    return Stream.concat(unreadable, odd);
  }

  /** Ended with what is certain, and says so. */
  private static void partial(FaultRun run, int stored) {
    assertThat(run.end()).isEqualTo(new RunEnd.Completed(true));
    assertThat(run.users().state()).isEqualTo(CollectionState.PARTIAL);
    assertThat(run.users().reason()).isNotBlank();
    assertThat(run.stored()).hasSize(stored);
  }

  static Stream<Row> endless() {
    return Stream.of(
        users(
            "T-72 fifty empty pages",
            run -> run.plant(Endless.emptyPages(50)),
            FaultRun::assertWhole),
        users(
            "T-72 empty pages without end",
            run -> run.plant(Endless.emptyPages(Integer.MAX_VALUE)),
            run -> {
              assertThat(run.users().state()).isEqualTo(CollectionState.FAILED);
              assertThat(run.asked("/v1.0/users?")).isEqualTo(1_001);
            }),
        users(
            "T-73 a page that leads to itself",
            run -> run.plant(PAGES, Endless.selfLink(sandbox.graphUrl())),
            run -> {
              partial(run, 500);
              assertThat(run.asked("/v1.0/users?")).isEqualTo(2);
            }),
        users(
            "T-73 pages in a circle",
            run -> run.plant(second(Endless.selfLink(sandbox.graphUrl()), Integer.MAX_VALUE)),
            run -> {
              partial(run, 1_000);
              assertThat(run.asked("/v1.0/users?")).isLessThanOrEqualTo(2 + 1);
            }));
  }

  static Stream<Row> repeated() {
    return Stream.of(
        users(
            "T-74 a user on two pages",
            run -> run.plant(FaultRule.on(Site.GRAPH, PAGES, Endless.alsoOnTheNextPage())),
            FaultRun::assertWhole),
        users(
            "T-75 a user who leaves while others are read",
            run -> run.plant(second(Endless.withoutTheFirst(), 1)),
            run -> {
              assertThat(run.end()).isEqualTo(new RunEnd.Completed(false));
              assertThat(run.stored()).hasSize(COMPANY - 1);
            }));
  }

  static Stream<Row> unauthorized() {
    Fault denied =
        new Fault.Answer(
            Reply.text(
                403,
                "application/json",
                "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"no\"}}"));
    return Stream.of(
        users(
            "T-78 401 in the middle",
            run -> run.plant(second(Fault.invalidToken(), 1)),
            run -> {
              run.assertWhole();
              // One to begin with, one because of the 401.
              assertThat(run.signIns()).isEqualTo(2);
              assertThat(run.asked("skiptoken")).isEqualTo(3);
            }),
        users(
            "T-78 401 again",
            run -> run.plant(second(Fault.invalidToken(), Integer.MAX_VALUE)),
            run -> {
              assertThat(run.end()).isInstanceOf(RunEnd.Failed.class);
              assertThat(run.signIns()).isEqualTo(2);
            }),
        users(
            "T-80 403 in the middle",
            run -> run.plant(second(denied, Integer.MAX_VALUE)),
            run -> {
              assertThat(run.end()).isEqualTo(new RunEnd.Completed(true));
              assertThat(run.users().state()).isEqualTo(CollectionState.NOT_PERMITTED);
              assertThat(run.users().reason()).contains("Directory.Read.All");
            }),
        new Row(
            "T-77 a report without redirect",
            run -> run.plant("/v1.0/reports/*", inline()),
            run ->
                assertThat(run.collection(REPORT_ACTIVE_USERS).state())
                    .isEqualTo(CollectionState.COMPLETE),
            SUBSCRIBED_SKUS,
            REPORT_ACTIVE_USERS));
  }

  private static Fault inline() {
    return new Fault.Answer(
        Reply.text(
            200,
            "application/octet-stream",
            "\ufeffReport Refresh Date,User Principal Name,Exchange Last Activity Date,OneDrive"
                + " Last Activity Date,SharePoint Last Activity Date,Teams Last Activity Date,"
                + "Yammer Last Activity Date\n"
                + Instant.now().toString().substring(0, 10)
                + ",a@contoso.com,,,,,\n"));
  }
}
