package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.CollectionName.GROUPS;
import static ai.chronom.m365.scan.CollectionName.ORGANIZATION;
import static ai.chronom.m365.scan.CollectionName.REPORT_ACTIVE_USERS;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIBED_SKUS;
import static ai.chronom.m365.scan.CollectionName.SUBSCRIPTIONS;
import static ai.chronom.m365.scan.CollectionName.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Graph does wrong, and how a scan ends then: one row each, against one sandbox over real
 * HTTP. Only waits are not real.
 */
class FaultTableTest {
  /** Three pages of users. */
  private static final int COMPANY = 1_234;

  private static final String PAGES = "/v1.0/users?*";
  private static final CollectionName[] BASICS = {
    ORGANIZATION, SUBSCRIBED_SKUS, SUBSCRIPTIONS, USERS, GROUPS
  };

  @TempDir static Path directory;

  private static Sandbox sandbox;
  private static ExecutorService ahead;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(COMPANY));
    ahead = Executors.newCachedThreadPool();
  }

  @AfterAll
  static void stop() {
    ahead.shutdownNow();
    sandbox.close();
  }

  @AfterEach
  void heal() {
    sandbox.faults().clear();
  }

  /** One row of the table. */
  private record Row(
      String what, Consumer<FaultRun> plants, Consumer<FaultRun> ends, CollectionName... reads) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Row users(String what, Consumer<FaultRun> plants, Consumer<FaultRun> ends) {
    return new Row(what, plants, ends, USERS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"throttled", "broken", "strange", "endless", "repeated", "unauthorized"})
  void endsAsWritten(Row row) {
    FaultRun run =
        new FaultRun(sandbox, new SandboxGraph(sandbox), ScanDatabase.h2(), ahead, row.reads);
    row.plants.accept(run);
    run.run();
    run.assertNothingWrong();
    row.ends.accept(run);
  }

  private static FaultRule second(Fault fault, int times) {
    return FaultRule.on(Site.GRAPH, PAGES, fault).after(1).times(times);
  }

  static Stream<Row> throttled() {
    return Stream.of(
        users("T-60 Retry-After of a second", run -> ask(run, "1"), run -> waited(run, 1)),
        users("T-60 Retry-After of two minutes", run -> ask(run, "120"), run -> waited(run, 120)),
        users("T-60 Retry-After as a date", run -> ask(run, in(90)), run -> waited(run, 85)),
        users(
            "T-61 no Retry-After",
            run -> run.plant(second(Fault.tooManyRequests(""), 9)),
            run -> {
              run.assertWhole();
              assertThat(run.waits())
                  .extracting(Duration::toSeconds)
                  .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
            }),
        users(
            "T-61 no Retry-After, without end",
            run -> run.plant(second(Fault.tooManyRequests(""), 10)),
            run -> {
              run.assertWhole();
              assertThat(run.ends().get(0)).isInstanceOf(RunEnd.Paused.class);
            }),
        new Row(
            "T-62 every third call throttled",
            run -> run.plant(FaultRule.on(Site.GRAPH, "*", Fault.tooManyRequests("2")).everyNth(3)),
            run -> {
              run.assertWhole();
              // Organization, SKUs, subscriptions, where changes begin, three pages of users,
              // groups.
              assertThat(run.asked("/v1.0/")).isLessThanOrEqualTo(8 * 16 / 10);
            },
            BASICS));
  }

  private static String in(int seconds) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.now().plusSeconds(seconds).atOffset(ZoneOffset.UTC));
  }

  private static void ask(FaultRun run, String retryAfter) {
    run.plant(second(Fault.tooManyRequests(retryAfter), 1));
  }

  private static void waited(FaultRun run, int seconds) {
    run.assertWhole();
    assertThat(run.waits())
        .singleElement()
        .satisfies(
            wait ->
                assertThat(wait)
                    .isBetween(
                        Duration.ofSeconds(seconds),
                        Duration.ofSeconds(seconds + seconds / 10 + 5)));
  }

  static Stream<Row> broken() {
    Stream<Row> failing =
        IntStream.of(500, 502, 503, 504)
            .mapToObj(
                status ->
                    new Row(
                        "T-63 every fifth call answers " + status,
                        run ->
                            run.plant(
                                FaultRule.on(Site.GRAPH, "*", Fault.status(status)).everyNth(5)),
                        run -> {
                          run.assertWhole();
                          assertThat(run.ends()).hasSize(1);
                        },
                        BASICS));
    Stream<Row> downForGood =
        Stream.of(
            users(
                "T-63 at most five tries each",
                run -> run.plant(second(Fault.status(502), 5)),
                run -> {
                  run.assertWhole();
                  assertThat(run.ends()).hasSize(2);
                  assertThat(run.asked("skiptoken")).isEqualTo(5 + 2);
                }));
    Stream<Row> cut =
        IntStream.of(0, 1, 5_000, 40_000)
            .boxed()
            .flatMap(bytes -> Stream.of(cut(bytes, false), cut(bytes, true)));
    Stream<Row> silent =
        Stream.of(
            users(
                "T-68 connection closed without a word",
                run -> run.plant(second(new Fault.Hangup(), 2)),
                FaultRun::assertWhole));
    return Stream.of(failing, downForGood, cut, silent).flatMap(rows -> rows);
  }

  private static Row cut(int bytes, boolean chunked) {
    return users(
        "T-68 body cut after " + bytes + (chunked ? " in chunks" : " of its length"),
        run -> run.plant(second(new Fault.Cut(bytes, chunked), 1)),
        FaultRun::assertWhole);
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
