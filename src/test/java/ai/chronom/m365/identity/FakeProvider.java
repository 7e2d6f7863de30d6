package ai.chronom.m365.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An identity provider in memory that can be told to lie. */
final class FakeProvider extends Sender {
  static final String ISSUER = "https://login.example.com/realm";
  static final String CLIENT = "chronom";

  private final RSAKey key = key("first");
  final Map<String, Object> claims = new TreeMap<>();
  final Map<String, String> metadata = new TreeMap<>();
  final List<String> forms = new ArrayList<>();
  RSAKey signingKey = key;
  String algorithm = "RS256";
  String tokenAnswer = "";
  boolean down;

  FakeProvider(String nonce) {
    super(null);
    metadata.put("issuer", ISSUER);
    metadata.put("authorization_endpoint", ISSUER + "/auth");
    metadata.put("token_endpoint", ISSUER + "/token");
    metadata.put("jwks_uri", ISSUER + "/keys");
    metadata.put("end_session_endpoint", ISSUER + "/end");
    claims.put("iss", ISSUER);
    claims.put("sub", "7f3a");
    claims.put("aud", CLIENT);
    claims.put("nonce", nonce);
    claims.put("preferred_username", "anna@example.com");
    claims.put("groups", List.of("/chronom-admins", "all"));
    claims.put("iat", Date.from(Instant.now()));
    claims.put("exp", Date.from(Instant.now().plus(Duration.ofMinutes(5))));
  }

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  String document(URI address) throws IOException {
    if (down) {
      throw new IOException("no route");
    }
    if (address.getPath().endsWith("/keys")) {
      return new JWKSet(key).toString();
    }
    StringBuilder fields = new StringBuilder();
    metadata.forEach((name, value) -> fields.append("\"%s\":\"%s\",".formatted(name, value)));
    return "{" + fields + "\"subject_types_supported\":[\"public\"]}";
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    if (down || request.getMethod() != HTTPRequest.Method.POST) {
      throw new IOException("no route");
    }
    forms.add(request.getHeaderMap() + " " + request.getBody());
    boolean error = tokenAnswer.contains("\"error\"");
    HTTPResponse response = new HTTPResponse(error ? 400 : 200);
    try {
      response.setContentType("application/json");
    } catch (ParseException e) {
      throw new IOException(e);
    }
    response.setBody(
        tokenAnswer.isEmpty()
            ? "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token() + "\"}"
            : tokenAnswer);
    return response;
  }

  private String token() {
    JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
    claims.forEach(set::claim);
    try {
      if (algorithm.equals("none")) {
        return new PlainJWT(set.build()).serialize();
      }
      JWSAlgorithm signs = JWSAlgorithm.parse(algorithm);
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(signs).keyID(signingKey.getKeyID()).build(), set.build());
      token.sign(signer(signs));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HS256 with the public key as its secret: what careless checkers take. */
  private JWSSigner signer(JWSAlgorithm signs) throws JOSEException {
    return signs.getName().startsWith("HS")
        ? new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))
        : new RSASSASigner(signingKey);
  }
}
