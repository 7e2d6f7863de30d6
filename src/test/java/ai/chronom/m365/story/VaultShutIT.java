package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * T-14: a node whose master key is another system's answers nobody, works on nothing, writes
 * nothing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VaultShutIT {
  private static final WatchedServer WATCHED = WatchedServer.get();
  private static final Path KEY = WATCHED.server.dataDirectory().resolve("vault-keys.json");
  private static final Path KEPT = KEY.resolveSibling("kept-keys.json");

  /** Verifications come due every ten seconds, timers tick every five. */
  private static final long SEVERAL_TICKS_MILLISECONDS = 25_000;

  private static Map<String, String> before;

  @BeforeAll
  static void startWithAnothersKey() throws Exception {
    assertThat(WATCHED.connect(WATCHED.sandbox.clientSecret()).statusCode()).isEqualTo(201);
    WATCHED.awaitVerified();
    WATCHED.server.stop();
    Files.move(KEY, KEPT);
    Files.createFile(
        KEY, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(KEY, anotherKeySet());
    before = WATCHED.postgres.hashes();
    WATCHED.sandbox.requests().clear();
    WATCHED.server.startAgain();
  }

  @AfterAll
  static void mend() throws IOException {
    if (Files.exists(KEPT)) {
      WATCHED.server.stop();
      Files.move(KEPT, KEY, StandardCopyOption.REPLACE_EXISTING);
      WATCHED.server.startAgain();
    }
    WATCHED.remove();
  }

  static String anotherKeySet() throws GeneralSecurityException {
    AeadConfig.register();
    KeysetHandle keys =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }

  @Test
  @Order(1)
  void livesButIsNotReady() {
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  @Order(2)
  void answersNobody() {
    List<HttpResponse<String>> programs =
        Stream.of("/api/v1/tenants", "/api/v1/audit", "/metrics", "/openapi", "/api/nonsense")
            .map(WATCHED.server::get)
            .toList();
    assertThat(programs)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(503);
              assertThat(answer.headers().firstValue("Content-Type"))
                  .contains("application/problem+json");
              assertThat(answer.body())
                  .contains("vault-unavailable")
                  .doesNotContain(KEY.toString());
            });
  }

  @Test
  @Order(3)
  void showsPeopleAPageAndLetsNobodySignIn() {
    for (String path : List.of("/", "/login.xhtml", "/settings/audit", "/nonsense")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(answer.body()).as(path).contains("This server cannot answer now");
      assertThat(answer.body()).doesNotContain(KEY.toString());
    }
    HttpRequest signIn =
        HttpRequest.newBuilder(WATCHED.server.url("/login.xhtml"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("name=admin&password=wrong"))
            .build();
    assertThat(WATCHED.server.send(signIn).statusCode()).isEqualTo(503);
  }

  @Test
  @Order(4)
  void saysWhyInTheLogWithTheIdsOfKeys() throws IOException {
    assertThat(Files.readString(WATCHED.server.log()))
        .contains(KEY.toString())
        .containsPattern("holds the keys \\[-?\\d+], but this database needs the keys \\[-?\\d+]");
  }

  @Test
  @Order(5)
  void writesNothingAndAsksMicrosoftNothing() throws InterruptedException {
    Thread.sleep(SEVERAL_TICKS_MILLISECONDS);
    assertThat(WATCHED.postgres.hashes()).isEqualTo(before);
    assertThat(WATCHED.sandbox.requests().all()).isEmpty();
  }

  /** The ways in which a key file goes wrong on a machine; each with a part of what is said. */
  enum WrongFile {
    MISSING("does not exist, but this database needs the keys"),
    EMPTY("Tink key set in JSON expected"),
    TRUNCATED("Tink key set in JSON expected"),
    READABLE_FOR_ALL("has mode rw-r--r--"),
    OF_SOMEBODY_ELSE("must belong to");

    private final String message;

    WrongFile(String message) {
      this.message = message;
    }

    private void put() throws IOException {
      Files.deleteIfExists(KEY);
      if (this == MISSING) {
        return;
      }
      String right = Files.readString(KEPT);
      int length = this == EMPTY ? 0 : this == TRUNCATED ? right.length() / 2 : right.length();
      Files.writeString(KEY, right.substring(0, length));
      Files.setPosixFilePermissions(
          KEY,
          PosixFilePermissions.fromString(this == READABLE_FOR_ALL ? "rw-r--r--" : "rw-------"));
      if (this == OF_SOMEBODY_ELSE) {
        Files.setAttribute(KEY, "unix:uid", 65_534);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Order(6)
  void refusesEachOtherWrongFileAndWritesNothing(WrongFile wrong) throws Exception {
    long told = Files.size(WATCHED.server.log());
    wrong.put();
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (!logSince(told).contains(wrong.message)) {
      assertThat(Instant.now()).as("told in time").isBefore(end);
      assertThat(get("/health/ready").statusCode()).isEqualTo(503);
      Thread.sleep(300);
    }
    assertThat(WATCHED.rest.get("/tenants").statusCode()).isEqualTo(503);
    assertThat(WATCHED.postgres.hashes()).isEqualTo(before);
    assertThat(WATCHED.sandbox.requests().all()).isEmpty();
  }

  private static String logSince(long bytes) throws IOException {
    byte[] all = Files.readAllBytes(WATCHED.server.log());
    return new String(all, (int) bytes, all.length - (int) bytes, StandardCharsets.UTF_8);
  }

  @Test
  @Order(7)
  void opensByItselfWhenTheRightKeyIsBack() throws Exception {
    Files.move(KEPT, KEY, StandardCopyOption.REPLACE_EXISTING);
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (WATCHED.rest.get("/tenants").statusCode() != 200 && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(WATCHED.rest.json("/tenants").getInt("total")).isEqualTo(1);
    WATCHED.sandbox.requests().clear();
    WATCHED.awaitVerified();
    assertThat(WATCHED.rest.json("/audit/check").getBoolean("intact")).isTrue();
  }

  private static HttpResponse<String> get(String path) {
    return WATCHED.server.send(HttpRequest.newBuilder(WATCHED.server.url(path)).build());
  }
}
