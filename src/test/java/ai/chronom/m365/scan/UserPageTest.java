package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.license.SkuId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of users as Graph sends them, and as an enemy would. */
class UserPageTest {
  private static final String ID = SampleGraph.userId(1);

  private static GraphPage<ScannedUser> read(String body) {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static GraphPage<ScannedUser> read(byte[] body) {
    return GraphPages.read(new ByteArrayInputStream(body), json -> new UserReader(json, true));
  }

  private static ScannedUser readOne(String fields) {
    return read(page("{\"id\":\"" + ID + "\",\"userPrincipalName\":\"a@b\"," + fields + "}"))
        .items()
        .get(0);
  }

  private static long warnings(String fields) {
    return read(page(
            "{\"id\":\""
                + ID
                + "\",\"userPrincipalName\":\"a@b\",\"accountEnabled\":true,"
                + fields
                + "}"))
        .warnings();
  }

  private static String page(String item) {
    return "{\"value\":[" + item + "]}";
  }

  @Test
  void skipsWhatItDoesNotKnow() {
    GraphPage<ScannedUser> page =
        read(
            "{\"@odata.context\":\"x\",\"new\":{\"deep\":[1,[2,{\"a\":null}]]},\"value\":["
                + SampleGraph.user(1).replace("{\"id\"", "{\"unknown\":[{\"x\":[]}],\"id\"")
                + "],\"@odata.count\":1}");

    assertThat(page.items()).extracting(ScannedUser::id).containsExactly(ID);
    assertThat(page.nextLink()).isNull();
    assertThat(page.warnings()).isZero();
  }

  @Test
  void readsNextLinkBeforeAndAfterTheItems() {
    assertThat(read("{\"@odata.nextLink\":\"https://x/1\",\"value\":[]}").nextLink())
        .isEqualTo("https://x/1");
    assertThat(read("{\"value\":[],\"@odata.nextLink\":\"https://x/2\"}").nextLink())
        .isEqualTo("https://x/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0001-01-01T00:00:00Z\"", "\"\"", "null"})
  void neverSignedInHasManySpellings(String never) {
    String activity =
        "\"accountEnabled\":true,\"signInActivity\":{\"lastSignInDateTime\":" + never + "}";

    assertThat(readOne(activity).signIns()).isEqualTo(new SignInActivity(null, null, null));
    assertThat(warnings("\"signInActivity\":{\"lastSignInDateTime\":" + never + "}")).isZero();
  }

  @Test
  void missingSignInActivityIsNeverWhenItWasAskedFor() {
    assertThat(readOne("\"signInActivity\":null").signIns())
        .isEqualTo(new SignInActivity(null, null, null));
  }

  @Test
  void readsTimesWithAnOffset() {
    assertThat(readOne("\"createdDateTime\":\"2016-12-31T23:58:46.7156189-08:00\"").createdAt())
        .isEqualTo(Instant.parse("2017-01-01T07:58:46.7156189Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"createdDateTime\":\"yesterday\"",
        "\"createdDateTime\":\"9000000-01-01T00:00:00Z\"",
        "\"createdDateTime\":17",
        "\"displayName\":{\"a\":[1]}",
        "\"accountEnabled\":\"true\"",
        "\"assignedLicenses\":\"none\"",
        "\"assignedLicenses\":[17]",
        "\"assignedLicenses\":[{\"skuId\":\"no-guid\"}]",
        "\"assignedLicenses\":[{}]",
        "\"licenseAssignmentStates\":[{\"skuId\":\"" + SampleGraph.E5 + "\"}]"
      })
  void countsWhatItCannotUse(String field) {
    assertThat(warnings(field)).isPositive();
  }

  @Test
  void userWithoutIdIsLeftOutAndCounted() {
    GraphPage<ScannedUser> page = read(page("{\"id\":\"../..\",\"userPrincipalName\":\"a@b\"}"));

    assertThat(page.items()).isEmpty();
    assertThat(page.warnings()).isEqualTo(2);
  }

  @Test
  void userWithoutPrincipalNameKeepsItsSeats() {
    GraphPage<ScannedUser> page =
        read(page(SampleGraph.user(1).replace("userPrincipalName", "somethingElse")));

    assertThat(page.items().get(0).userPrincipalName()).isEqualTo(ID);
    assertThat(page.items().get(0).seats()).hasSize(1);
  }

  @Test
  void accountOfUnknownStandingCountsAsEnabled() {
    assertThat(readOne("\"accountEnabled\":null").accountEnabled()).isTrue();
  }

  @Test
  void licenseWithoutStateIsADirectPath() {
    ScannedUser user =
        readOne("\"assignedLicenses\":[{\"skuId\":\"" + SampleGraph.E3.toUpperCase() + "\"}]");

    assertThat(user.seats())
        .singleElement()
        .satisfies(
            seat -> {
              assertThat(seat.skuId()).isEqualTo(SkuId.of(SampleGraph.E3));
              assertThat(seat.paths()).singleElement().matches(AssignmentPath::direct);
            });
  }

  @Test
  void severalWaysMakeOneSeat() {
    String state = "{\"skuId\":\"" + SampleGraph.E3 + "\",\"state\":\"Active\"";
    ScannedUser user =
        readOne(
            "\"licenseAssignmentStates\":["
                + state
                + "},"
                + state
                + ",\"assignedByGroup\":\""
                + SampleGraph.GROUP
                + "\"}]");

    assertThat(user.seats()).hasSize(1);
    assertThat(user.seats().get(0).paths())
        .extracting(AssignmentPath::groupId)
        .containsExactly(null, SampleGraph.GROUP);
  }

  @Test
  void cutsLongTextAndTellsSo() {
    assertThat(readOne("\"displayName\":\"" + "x".repeat(100_000) + "\"").displayName())
        .hasSize(256);
    assertThat(warnings("\"displayName\":\"" + "x".repeat(257) + "\"")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "17",
        "{}",
        "{\"value\":null}",
        "{\"error\":{\"code\":\"x\"}}",
        "<html>Sign in</html>",
        "{\"value\":[]}{\"value\":[]}",
        "{\"value\":[{\"id\":\"00000000"
      })
  void refusesWhatIsNoPage(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(Unreadable.class);
  }

  @Test
  void refusesDepthsAndLengthsThatNoHonestAnswerHas() {
    assertThatThrownBy(() -> read("{\"value\":[],\"x\":" + "[".repeat(5_000)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("nested");
    assertThatThrownBy(() -> read("{\"value\":[" + "{},".repeat(20_000) + "{}]}"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("10000");
    assertThatThrownBy(
            () -> read("{\"value\":[],\"@odata.nextLink\":\"" + "x".repeat(9_000) + "\"}"))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void saysNothingOfTheContentWhenItBreaks() {
    assertThatThrownBy(() -> read("{\"value\":[{\"displayName\":\"Secret Person\" oops"))
        .hasMessageNotContaining("Secret")
        .hasNoCause();
  }

  /** Whatever byte is wrong: a page or a refusal, never another failure. */
  @Property(tries = 500)
  void anyDamageIsReadOrRefused(@ForAll long seed) {
    byte[] body = SampleGraph.users(1, 3, "https://x/next").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(seed);
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    try {
      assertThat(read(body).items()).hasSizeLessThanOrEqualTo(3);
    } catch (Unreadable refused) {
      assertThat(refused).hasMessageContaining("Microsoft Graph");
    }
  }

  /** Wherever the body breaks off. */
  @Property(tries = 200)
  void anyTruncationIsRefused(@ForAll long seed) {
    String body = SampleGraph.users(1, 2, "https://x/next");
    int end = new Random(seed).nextInt(body.length());

    assertThatThrownBy(() -> read(body.substring(0, end))).isInstanceOf(Unreadable.class);
  }

  @Test
  void sampleOfMicrosoftsDocumentationIsRead() {
    GraphPage<ScannedUser> page =
        read(
            """
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users(displayName)",
             "value":[{"displayName":"Adele Vance","userPrincipalName":"AdeleV@contoso.com",
              "id":"1aecaf40-dc3a-461f-88a8-d06994e12898","accountEnabled":true,
              "signInActivity":{"lastSignInDateTime":"2021-06-17T16:41:33Z",
               "lastSignInRequestId":"d4d31c40-4c36-4775-ad59-7d1e6a171f00",
               "lastNonInteractiveSignInDateTime":"0001-01-01T00:00:00Z",
               "lastNonInteractiveSignInRequestId":"","lastSuccessfulSignInDateTime":""}}]}
            """);

    assertThat(page.warnings()).isZero();
    assertThat(page.items())
        .extracting(ScannedUser::signIns)
        .isEqualTo(List.of(new SignInActivity(null, Instant.parse("2021-06-17T16:41:33Z"), null)));
  }
}
