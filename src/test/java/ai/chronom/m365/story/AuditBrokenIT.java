package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.OwnCertificate;
import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T-07: no audit, no secret. */
class AuditBrokenIT {
  private static final WatchedServer WATCHED = WatchedServer.get();
  private static final Path KEY_FILE = WATCHED.server.dataDirectory().resolve("vault-keys.json");

  /** How the audit trail can break down. */
  enum Break {
    TABLE_GONE(
        "alter table audit_event rename to audit_event_away",
        "alter table audit_event_away rename to audit_event"),
    RIGHTS_TAKEN(
        "revoke insert on audit_event from chronom", "grant insert on audit_event to chronom"),
    HEAD_GONE(
        "alter table audit_head rename to audit_head_away",
        "alter table audit_head_away rename to audit_head"),
    DISK_FULL(
        "create function full_disk() returns trigger language plpgsql as $$ begin"
            + " raise exception 'could not extend file' using errcode = '53100'; end $$;"
            + " create trigger full_disk before insert on audit_event for each statement"
            + " execute function full_disk()",
        "drop trigger full_disk on audit_event; drop function full_disk()");

    private final String breaks;
    private final String mends;

    Break(String breaks, String mends) {
      this.breaks = breaks;
      this.mends = mends;
    }
  }

  @BeforeAll
  static void connect() {
    HttpResponse<String> answer = WATCHED.connect(WATCHED.sandbox.clientSecret());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    WATCHED.awaitVerified();
  }

  @AfterAll
  static void remove() {
    WATCHED.remove();
  }

  @ParameterizedTest
  @EnumSource(Break.class)
  void nothingThatTouchesASecretIsDone(Break how) throws InterruptedException, IOException {
    WATCHED.awaitVerified();
    WATCHED.postgres.sql(how.breaks);
    try {
      Thread.sleep(2_000);
      WATCHED.sandbox.requests().clear();
      Map<String, String> sealed = WATCHED.postgres.hashes();
      String keys = Files.readString(KEY_FILE);
      assertThat(attempts())
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode())
                    .as(answer.request().method() + " " + answer.uri() + " " + answer.body())
                    .isEqualTo(503);
                assertThat(answer.body()).contains("The audit trail cannot be written");
              });
      // The next verifications are due meanwhile.
      Thread.sleep(20_000);
      assertThat(WATCHED.tokenRequests()).isEmpty();
      assertThat(Files.readString(KEY_FILE)).isEqualTo(keys);
      assertThat(WATCHED.postgres.hashes())
          .containsEntry("sealed_secret", sealed.get("sealed_secret"))
          .containsEntry("pending_certificate", sealed.get("pending_certificate"))
          .containsEntry("vault_key", sealed.get("vault_key"))
          .containsEntry("api_token", sealed.get("api_token"));
    } finally {
      WATCHED.postgres.sql(how.mends);
    }
  }

  private static Stream<HttpResponse<String>> attempts() {
    Rest rest = WATCHED.rest;
    String secret = "{\"clientSecret\":\"" + WATCHED.sandbox.clientSecret() + "\"}";
    return Stream.of(
        rest.call("PUT", WATCHED.tenant() + "/secret", secret),
        rest.call("PUT", WATCHED.tenant() + "/certificate", certificate()),
        rest.call("POST", "/certificates", "{}"),
        rest.call("POST", "/vault/keys", ""),
        rest.call("DELETE", WATCHED.tenant(), ""),
        rest.call("POST", "/tokens", "{\"name\":\"unaudited\",\"role\":\"viewer\"}"));
  }

  private static String certificate() {
    Instant now = Instant.now();
    byte[] file = OwnCertificate.rsa(now, now.plus(Duration.ofDays(90))).pkcs12("password");
    return Json.createObjectBuilder()
        .add("pkcs12", Base64.getEncoder().encodeToString(file))
        .add("pkcs12Password", "password")
        .build()
        .toString();
  }

  @Test
  void noSecretIsShownToEntraForANewTenantEither() {
    WATCHED.remove();
    WATCHED.postgres.sql(Break.TABLE_GONE.breaks);
    try {
      WATCHED.sandbox.requests().clear();
      assertThat(WATCHED.connect(WATCHED.sandbox.clientSecret()).statusCode()).isEqualTo(503);
      assertThat(WATCHED.tokenRequests()).isEmpty();
      assertThat(WATCHED.postgres.dump().get("tenant")).isEmpty();
      assertThat(WATCHED.postgres.dump().get("sealed_secret")).isEmpty();
    } finally {
      WATCHED.postgres.sql(Break.TABLE_GONE.mends);
    }
    assertThat(WATCHED.connect(WATCHED.sandbox.clientSecret()).statusCode()).isEqualTo(201);
  }
}
