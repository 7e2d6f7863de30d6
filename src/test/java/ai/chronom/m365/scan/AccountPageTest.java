package ai.chronom.m365.scan;

import static ai.chronom.m365.scan.ScanBed.NOW;
import static ai.chronom.m365.scan.ScanBed.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.job.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts are looked up by the beginning of a name and read page by page, on each database. */
class AccountPageTest {
  private static final AccountQuery FIRST =
      new AccountQuery(null, AccountState.LICENSED, null, null, false, 4);

  private static long scanned(ScanDatabase database) {
    Claim claim = database.newTenant();
    FakeGraph graph =
        SampleGraph.contoso()
            .answers(
                "/v1.0/users",
                SampleGraph.page(
                    IntStream.rangeClosed(1, 9)
                        .mapToObj(number -> SampleGraph.user(number, number != 3))
                        .map(user -> user.replace("\"User 7\"", "\"%_! Ada\""))
                        .toList(),
                    null));
    return snapshot(database, claim, graph, NOW).scanId();
  }

  private static AccountPage page(ScanDatabase database, long scanId, AccountQuery query) {
    return database.call(connection -> new AccountRows(connection, scanId).page(query));
  }

  private static List<String> names(AccountPage page) {
    return page.accounts().stream().map(AccountLine::userPrincipalName).toList();
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void pagesFollowEachOtherAndLeadBack(ScanDatabase database) {
    long scanId = scanned(database);
    List<String> all = new ArrayList<>();
    AccountPage first = page(database, scanId, FIRST);
    AccountPage page = first;
    all.addAll(names(page));
    String last = "";
    while (page.later()) {
      last = page.accounts().get(page.accounts().size() - 1).id();
      page = page(database, scanId, FIRST.behind(last, 4));
      all.addAll(names(page));
    }

    assertThat(all).hasSize(9).isSorted().doesNotHaveDuplicates();
    assertThat(first.earlier()).isFalse();
    assertThat(page.earlier()).isTrue();
    AccountPage back =
        page(
            database,
            scanId,
            new AccountQuery(
                null, AccountState.LICENSED, null, page.accounts().get(0).id(), true, 4));
    assertThat(names(back)).containsExactlyElementsOf(all.subList(4, 8));
    assertThat(back.later()).isTrue();
    assertThat(back.earlier()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void aSearchComparesTheBeginningOfEachName(ScanDatabase database) {
    long scanId = scanned(database);

    assertThat(names(page(database, scanId, search("USER 3"))))
        .containsExactly("User3@contoso.example");
    assertThat(names(page(database, scanId, search("user4@c"))))
        .containsExactly("User4@contoso.example");
    assertThat(names(page(database, scanId, search("%_! a"))))
        .containsExactly("User7@contoso.example");
    assertThat(names(page(database, scanId, search("%")))).containsExactly("User7@contoso.example");
    assertThat(names(page(database, scanId, search("ser")))).isEmpty();
    assertThat(page(database, scanId, search("user")).accounts()).hasSize(4);
    assertThat(page(database, scanId, search("user")).later()).isTrue();
  }

  /** By the name it met, and nobody twice whose names both begin so. */
  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void pagesOfASearchFollowEachOtherAndLeadBack(ScanDatabase database) {
    long scanId = scanned(database);
    AccountQuery found = new AccountQuery("U", AccountState.ALL, null, null, false, 2);
    List<String> all = new ArrayList<>();
    List<AccountPage> pages = new ArrayList<>();
    AccountPage page = page(database, scanId, found);
    pages.add(page);
    all.addAll(names(page));
    while (page.later()) {
      page = page(database, scanId, found.behind(page.accounts().get(1).id(), 2));
      pages.add(page);
      all.addAll(names(page));
    }

    assertThat(all).hasSize(9).isSorted().doesNotHaveDuplicates();
    String first = pages.get(2).accounts().get(0).id();
    AccountQuery back = new AccountQuery("U", AccountState.ALL, null, first, true, 2);
    assertThat(names(page(database, scanId, back))).isEqualTo(names(pages.get(1)));
    AccountQuery byDisplayName = new AccountQuery("%", AccountState.ALL, null, null, false, 2);
    String ada = page(database, scanId, byDisplayName).accounts().get(0).id();
    assertThat(page(database, scanId, byDisplayName.behind(ada, 2)).accounts()).isEmpty();
  }

  private static AccountQuery search(String text) {
    return new AccountQuery(text, AccountState.LICENSED, null, null, false, 4);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void narrowsToAState(ScanDatabase database) {
    long scanId = scanned(database);

    assertThat(names(page(database, scanId, of(AccountState.DISABLED))))
        .containsExactly("User3@contoso.example");
    assertThat(names(page(database, scanId, of(AccountState.UNLICENSED)))).isEmpty();
    assertThat(names(page(database, scanId, of(AccountState.ALL)))).hasSize(4);
    assertThat(
            page(
                    database,
                    scanId,
                    new AccountQuery(null, AccountState.ALL, "Nowhere", null, false, 4))
                .accounts())
        .isEmpty();
  }

  private static AccountQuery of(AccountState state) {
    return new AccountQuery(null, state, null, null, false, 4);
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void oneAndSomeAccountsComeWithTheirSeats(ScanDatabase database) {
    long scanId = scanned(database);
    SnapshotUsers users = database.snapshot(scanId).users();

    assertThat(users.findAll(List.of(SampleGraph.userId(2), SampleGraph.userId(8), "nobody")))
        .extracting(user -> user.userPrincipalName() + " " + user.seats().size())
        .containsExactly("User2@contoso.example 1", "User8@contoso.example 1");
    assertThat(users.findTraced(SampleGraph.userId(5)).orElseThrow().user().seats()).hasSize(1);
    assertThat(users.findTraced("nobody")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ai.chronom.m365.scan.ScanBed#databases")
  void otherAccountsOfOnePersonAreFoundByNameOrEmployeeId(ScanDatabase database) {
    long scanId = scanned(database);
    database.call(
        connection ->
            Sql.update(
                connection,
                "update snapshot_user set given_name = case when user_id in ('%1$s', '%2$s') then"
                        .formatted(SampleGraph.userId(2), SampleGraph.userId(4))
                    + " ' Ada' else null end, surname = 'Byron', employee_id = case when user_id in"
                    + " ('%1$s', '%2$s') then 'E7' else ' ' end"
                        .formatted(SampleGraph.userId(2), SampleGraph.userId(6)),
                values -> {}));
    SnapshotUsers users = database.snapshot(scanId).users();

    assertThat(namesakes(database, scanId, users.find(SampleGraph.userId(2)).orElseThrow()))
        .containsExactly(SampleGraph.userId(4), SampleGraph.userId(6));
    assertThat(namesakes(database, scanId, users.find(SampleGraph.userId(8)).orElseThrow()))
        .isEmpty();
  }

  private static List<String> namesakes(ScanDatabase database, long scanId, ScannedUser of) {
    return database.call(connection -> new AccountRows(connection, scanId).namesakes(of));
  }
}
