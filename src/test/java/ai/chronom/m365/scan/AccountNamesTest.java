package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.ScanBed.NOW;
import static ai.chronom.m365.scan.ScanBed.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.job.Claim;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountNamesTest {
  private static FakeGraph users(int last) {
    return SampleGraph.contoso()
        .answers(
            "/v1.0/users",
            SampleGraph.page(
                IntStream.rangeClosed(1, last)
                    .mapToObj(number -> SampleGraph.user(number, true))
                    .toList(),
                null));
  }

  private static List<String> names(ScanDatabase database, String table, long scanId) {
    return database.call(
        connection ->
            Sql.list(
                connection,
                "select name_key from " + table + " where scan_id = ? order by name_key",
                values -> values.number(scanId),
                row -> row.getString(1)));
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void areThereWhenTheUsersAre(ScanDatabase database) {
    long scanId = snapshot(database, database.newTenant(), users(3), NOW).scanId();

    assertThat(names(database, AccountNames.PRINCIPAL, scanId))
        .containsExactly("user1@contoso.example", "user2@contoso.example", "user3@contoso.example");
    assertThat(names(database, AccountNames.DISPLAY, scanId))
        .containsExactly("user 1", "user 2", "user 3");
  }

  /** A node may have died between the names and the end of the collection. */
  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void areCompletedWhenSomeAreThere(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph = users(5);
    long scanId = snapshot(database, claim, graph, NOW).scanId();
    List<String> all = names(database, AccountNames.PRINCIPAL, scanId);
    database.call(
        connection ->
            Sql.update(
                connection,
                "delete from " + AccountNames.PRINCIPAL + " where name_key > 'user2'",
                values -> {}));
    ScanRows.Open scan = new ScanRows.Open(scanId, ScanDatabase.tenantId(), NOW, SignIns.KNOWN, 0);

    AccountNames.store(
        new ScanContext(
            claim,
            scan,
            graph,
            database,
            Runnable::run,
            Clock.fixed(NOW, ZoneOffset.UTC),
            time -> {}));

    assertThat(names(database, AccountNames.PRINCIPAL, scanId)).isEqualTo(all).hasSize(5);
  }

  /** Of the accounts that came before Graph's answers could not be read. */
  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void areThereWhenTheUsersBreakOff(ScanDatabase database) {
    FakeGraph graph =
        users(1)
            .answers(
                "/v1.0/users",
                SampleGraph.page(List.of(SampleGraph.user(1, true)), SampleGraph.LINK + "2"))
            .answers(SampleGraph.LINK + "2", "no page");

    long scanId = snapshot(database, database.newTenant(), graph, NOW).scanId();

    assertThat(names(database, AccountNames.PRINCIPAL, scanId))
        .containsExactly("user1@contoso.example");
  }

  /** An older node ended the users: it knew of no names, by which reports find accounts. */
  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void areMadeUpForWhenAnOlderNodeReadTheUsers(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph = users(4);
    long scanId = database.start(NOW).id();
    ScanBed.run(database, claim, graph, database, NOW).run();
    database.call(
        connection ->
            Sql.update(connection, "delete from " + AccountNames.PRINCIPAL, values -> {})
                + Sql.update(connection, "delete from " + AccountNames.DISPLAY, values -> {}));

    ScanBed.run(database, claim, graph, database, NOW).run();

    assertThat(names(database, AccountNames.PRINCIPAL, scanId)).hasSize(4);
    assertThat(names(database, AccountNames.DISPLAY, scanId)).hasSize(4);
  }
}
