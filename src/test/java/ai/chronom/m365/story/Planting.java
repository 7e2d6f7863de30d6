package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.sandbox.OwnCertificate;
import ai.chronom.m365.vault.SealedHoard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a secret of each kind through every door, where it is taken and where it is refused. */
final class Planting {
  private static final Duration LIFE = Duration.ofDays(45);
  private static final String SIGNS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final WatchedServer watched;
  private final OwnCertificate own =
      OwnCertificate.rsa(Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(LIFE));
  private final OwnCertificate stranger =
      OwnCertificate.rsa(Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(LIFE));
  private final String filePassword = random(24);
  private final byte[] ownFile = own.pkcs12(filePassword);
  private final byte[] strangersFile = stranger.pkcs12(filePassword);
  private final String wrongPassword = random(24);
  private final String refused = "xyz8Q~" + random(34);
  private final String typed = "uvw8Q~" + random(34);
  private final List<String> contents = new ArrayList<>();
  private final Map<String, Canary> canaries = new LinkedHashMap<>();

  Planting(WatchedServer watched) {
    this.watched = watched;
  }

  private static String random(int chars) {
    return new SecureRandom()
        .ints(chars, 0, SIGNS.length())
        .mapToObj(SIGNS::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  /** What was planted so far, by name. */
  Map<String, Canary> canaries() {
    Map<String, Canary> all = new LinkedHashMap<>(canaries);
    all.put("refused secret", new Canary(refused));
    all.put("secret typed on a page", new Canary(typed));
    all.put("file's password", new Canary(filePassword));
    all.put("file's wrong password", new Canary(wrongPassword));
    all.put("file", middle(ownFile));
    all.put("refused file", middle(strangersFile));
    all.put("file's private key", key(own));
    all.put("refused file's private key", key(stranger));
    return all;
  }

  /** What only this file holds; its head is that of many. */
  private static Canary middle(byte[] file) {
    return Canary.ofBytes(Arrays.copyOfRange(file, file.length / 4, file.length / 2));
  }

  private static Canary key(OwnCertificate certificate) {
    return Canary.ofBytes(SealedHoard.exponent((RSAPrivateKey) certificate.key()));
  }

  /** What the browser held after each form. */
  List<String> contents() {
    return contents;
  }

  private String newSecret(String name) {
    String value = watched.sandbox.registration().createSecret(name, LIFE).value();
    canaries.put(name, new Canary(value));
    return value;
  }

  /** A refused secret, one that is taken, one that replaces it, certificates of both kinds. */
  void inRest() throws SQLException, IOException {
    expect(422, watched.connect(refused));
    expect(201, watched.connect(newSecret("first secret")));
    watched.awaitVerified();
    expect(422, put("/secret", secret(refused)));
    expect(200, put("/secret", secret(newSecret("second secret"))));
    expect(400, put("/certificate", file(ownFile, wrongPassword)));
    expect(422, put("/certificate", file(strangersFile, filePassword)));
    watched.sandbox.registration().addCertificate("own", own.base64());
    expect(200, put("/certificate", file(ownFile, filePassword)));
    watched.awaitVerified();
    JsonObject made = generate();
    watched.sandbox.registration().addCertificate("made", base64Of(made));
    expect(
        200,
        put("/certificate", Json.createObjectBuilder().add("certificateId", made.getString("id"))));
    remember("taken: ");
    generate();
    watched.rest.await(
        watched.tenant() + "/scans/latest",
        scan -> scan.getString("state", "").startsWith("completed"));
    watched.rest.await(watched.tenant() + "/savings", any -> true);
  }

  /** What is sealed now, generated keys among it, will be replaced soon. */
  private void remember(String prefix) throws SQLException, IOException {
    SealedHoard.in(
            watched.postgres.url(),
            watched.postgres.user(),
            watched.server.dataDirectory().resolve("vault-keys.json"))
        .forEach((name, value) -> canaries.put(prefix + name, Canary.ofBytes(value)));
  }

  private JsonObject generate() {
    String body =
        Json.createObjectBuilder().add("tenantId", watched.sandbox.tenantId()).build().toString();
    return Rest.parse(expect(201, watched.rest.call("POST", "/certificates", body)));
  }

  /** The certificate as the portal wants it. */
  private static String base64Of(JsonObject made) {
    return made.getString("certificate").replaceAll("-----[A-Z ]+-----|\\s", "");
  }

  /** The same by forms, with mistakes. */
  void onPages(Page page) {
    page.navigate(watched.server.url("/login.xhtml").toString());
    page.fill("#name", "admin");
    page.fill("#password", watched.server.adminPassword());
    page.click("#sign-in");
    page.waitForURL(watched.server.url("/").toString());
    open(page);
    page.fill("#secret-form #clientSecret", typed);
    page.click("#replace");
    page.waitForSelector("#secret-form .error");
    contents.add(page.content());
    upload(page, strangersFile, filePassword);
    page.waitForSelector("#upload-form .error");
    contents.add(page.content());
    open(page);
    upload(page, ownFile, filePassword);
    page.getByText("The credential is replaced").waitFor();
    contents.add(page.content());
  }

  private void open(Page page) {
    page.navigate(watched.server.url("/tenants/" + watched.sandbox.tenantId()).toString());
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
  }

  private static void upload(Page page, byte[] file, String password) {
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    page.setInputFiles(
        "#upload-form input[type=file]", new FilePayload("own.p12", "application/x-pkcs12", file));
    page.fill("#upload-form #pkcs12Password", password);
    page.click("#upload");
  }

  /** Every error that a program or a broken database can bring about, with a secret in the body. */
  void inFailures() {
    String path = watched.tenant() + "/secret";
    String next = secret(newSecret("secret among failures")).build().toString();
    expect(400, watched.rest.call("PUT", path, next.substring(0, next.length() - 2)));
    expect(400, watched.rest.call("PUT", path, "[" + next + "]"));
    expect(404, watched.rest.call("PUT", "/tenants/" + new java.util.UUID(1, 1) + "/secret", next));
    expect(405, watched.rest.call("PATCH", path, next));
    expect(413, watched.rest.call("PUT", path, next + " ".repeat(200_000)));
    expect(401, send(next, "application/json", "no-token"));
    expect(415, send(next, "text/plain", watched.server.apiToken()));
    expect(409, watched.connect(watched.sandbox.clientSecret()));
    broken(
        "alter table sealed_secret add constraint no_more check (version < 0) not valid",
        "alter table sealed_secret drop constraint no_more",
        () -> expect(500, watched.rest.call("PUT", path, next)));
    broken(
        "alter table audit_event rename to audit_event_away",
        "alter table audit_event_away rename to audit_event",
        () -> expect(503, watched.rest.call("PUT", path, next)));
    expect(200, watched.rest.call("PUT", path, next));
  }

  private void broken(String breaks, String mends, Runnable meanwhile) {
    watched.postgres.sql(breaks);
    try {
      meanwhile.run();
    } finally {
      watched.postgres.sql(mends);
    }
  }

  private HttpResponse<String> send(String body, String type, String token) {
    return watched.server.send(
        HttpRequest.newBuilder(watched.server.url("/api/v1" + watched.tenant() + "/secret"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static JsonObjectBuilder secret(String value) {
    return Json.createObjectBuilder().add("clientSecret", value);
  }

  private static JsonObjectBuilder file(byte[] file, String password) {
    return Json.createObjectBuilder()
        .add("pkcs12", Base64.getEncoder().encodeToString(file))
        .add("pkcs12Password", password);
  }

  private HttpResponse<String> put(String below, JsonObjectBuilder body) {
    return watched.rest.call("PUT", watched.tenant() + below, body.build().toString());
  }

  private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as("%s %s %s", answer.request().method(), answer.uri(), answer.body())
        .isEqualTo(status);
    return answer;
  }
}
