package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Services that throttle, fail and break off. */
class FaultTableTest extends FaultTable {
  static Stream<Row> rows() {
    return Stream.concat(throttled(), broken());
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
}
