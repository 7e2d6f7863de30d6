package ai.chronom.m365.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * OpenID Connect with the one provider of the house: authorization code with PKCE, and sign-out.
 * What comes back, through the browser or straight from the provider, counts as hostile until it
 * stood every test (ADR 100).
 */
public final class IdentityProvider {
  private static final Scope SCOPE = new Scope("openid", "profile");

  /** Signatures with the provider's public keys only: no shared secret, and none at all. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int SUBJECT_MAX_CHARS = 255;

  private final OidcSettings settings;
  private final Sender sender;
  private final Discovery discovery;
  private final Claims claims;

  IdentityProvider(OidcSettings settings, Sender sender, Clock clock) {
    this.settings = settings;
    this.sender = sender;
    this.discovery = new Discovery(settings.issuer(), sender, clock);
    this.claims = new Claims(settings.groupsClaim());
  }

  /** Its host, for people. */
  public String host() {
    return URI.create(settings.issuer()).getHost();
  }

  /**
   * Where the browser asks; throws an IOException when the provider cannot be reached.
   *
   * @param anew whether the person shall sign in there again, as somebody else perhaps
   */
  public URI question(SignInAttempt attempt, boolean anew) throws IOException {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                SCOPE,
                new ClientID(settings.clientId()),
                URI.create(attempt.back()))
            .endpointURI(discovery.find().metadata().getAuthorizationEndpointURI())
            .state(new State(attempt.state()))
            .nonce(new Nonce(attempt.nonce()))
            .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
    return (anew ? request.prompt(Prompt.Type.LOGIN) : request).build().toURI();
  }

  /** Judges the answer that a browser brought; the attempt must be its own, and used only here. */
  public Said judge(SignInAttempt attempt, Answer answer) {
    try {
      Discovery.Found found = discovery.find();
      if (!answer.isFrom(
          settings.issuer(), found.metadata().supportsAuthorizationResponseIssuerParam())) {
        return new Said.Untrusted("the answer names another issuer");
      }
      if (answer.error().isPresent()) {
        return new Said.Declined(answer.error().get());
      }
      return answer.code().isPresent()
          ? exchange(attempt, answer.code().get(), found)
          : new Said.Untrusted("the answer holds no code");
    } catch (IOException e) {
      return new Said.Unreachable(String.valueOf(e.getMessage()));
    }
  }

  private Said exchange(SignInAttempt attempt, String code, Discovery.Found found)
      throws IOException {
    TokenRequest request =
        new TokenRequest.Builder(
                found.metadata().getTokenEndpointURI(),
                credentials(found.metadata()),
                new AuthorizationCodeGrant(
                    new AuthorizationCode(code),
                    URI.create(attempt.back()),
                    new CodeVerifier(attempt.verifier())))
            .build();
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(sender));
      if (!(response instanceof OIDCTokenResponse tokens)) {
        String error = response.toErrorResponse().getErrorObject().getCode();
        return new Said.Untrusted("the code was not taken: " + Answer.word(error));
      }
      return read(attempt, tokens.getOIDCTokens().getIDToken(), found);
    } catch (ParseException | IllegalArgumentException e) {
      // Without its message, which may repeat the answer.
      return new Said.Untrusted("the answer to the code is unreadable");
    }
  }

  private ClientAuthentication credentials(OIDCProviderMetadata metadata) {
    ClientID id = new ClientID(settings.clientId());
    Secret secret = new Secret(settings.clientSecret());
    List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
    boolean onlyPost =
        taken != null
            && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return onlyPost ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
  }

  private Said read(SignInAttempt attempt, JWT token, Discovery.Found found) {
    if (!(token instanceof SignedJWT)) {
      return new Said.Untrusted("the ID token is not signed");
    }
    try {
      IDTokenClaimsSet set =
          new IDTokenValidator(
                  new Issuer(settings.issuer()),
                  new ClientID(settings.clientId()),
                  new JWSVerificationKeySelector<>(ALGORITHMS, found.keys()),
                  null)
              .validate(token, new Nonce(attempt.nonce()));
      String subject = set.getSubject().getValue();
      if (set.getAuthorizedParty() != null
          && !set.getAuthorizedParty().getValue().equals(settings.clientId())) {
        return new Said.Untrusted("the ID token is for another application");
      }
      if (subject.length() > SUBJECT_MAX_CHARS) {
        return new Said.Untrusted("the ID token names somebody in too many characters");
      }
      return new Said.Somebody(
          settings.issuer(),
          subject,
          claims.name(set).orElse(subject),
          settings.roles().role(claims.groups(set)),
          claims.groups(set).stream().map(GroupNames::plain).collect(Collectors.toSet()),
          token.serialize());
    } catch (BadJOSEException e) {
      return new Said.Untrusted("the ID token does not hold: " + e.getClass().getSimpleName());
    } catch (JOSEException | IllegalArgumentException e) {
      return new Said.Untrusted("the ID token cannot be checked");
    }
  }

  /**
   * Where the browser ends the session at the provider too; empty when it offers no such place.
   *
   * @param back where it leads the browser afterwards, as registered
   */
  public Optional<URI> farewell(String idToken, URI back) {
    try {
      URI end = discovery.find().metadata().getEndSessionEndpointURI();
      if (end == null) {
        return Optional.empty();
      }
      LogoutRequest request =
          new LogoutRequest(
              end,
              JWTParser.parse(idToken),
              null,
              new ClientID(settings.clientId()),
              back,
              null,
              null);
      return Optional.of(request.toURI());
    } catch (IOException | java.text.ParseException e) {
      return Optional.empty();
    }
  }
}
