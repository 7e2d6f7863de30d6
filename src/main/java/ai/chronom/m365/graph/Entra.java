package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.CertificateKey;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.Credential;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Entra ID: the only place that sees a secret in clear. Every token is a new one: a role
 * appears only in a token issued after the consent.
 */
final class Entra {
  private static final int MAX_METADATA_BYTES = 1 << 18;
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{4,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");
  private static final Pattern TENANT_IN_ISSUER =
      Pattern.compile("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/");

  private final Call.Factory http;
  private final EntraErrors errors = new EntraErrors();

  Entra(Call.Factory http) {
    this.http = http;
  }

  /**
   * What came back.
   *
   * @param token null unless issued
   */
  record Exchange(TokenAnswer answer, @Nullable AccessToken token) {}

  Exchange requestToken(
      Cloud cloud, TenantId tenantId, ApplicationId applicationId, Credential credential) {
    UrlGuard guard = new UrlGuard(cloud);
    HttpUrl authority = guard.login("/" + tenantId + "/");
    TokenWire wire = new TokenWire(http, authority);
    try {
      IAuthenticationResult result =
          application(authority, applicationId, credential, wire)
              .acquireToken(parameters(cloud))
              .join();
      Optional<Set<String>> roles = TokenClaims.roles(result.accessToken());
      return new Exchange(
          new TokenAnswer.Issued(roles.orElse(Set.of())),
          new AccessToken(result.accessToken(), roles, result.expiresOnDate().toInstant()));
    } catch (CompletionException | MsalException e) {
      // Its message and cause are left behind: what came back is on the wire, read by our own
      // table.
      return new Exchange(refusal(wire), null);
    }
  }

  private static ConfidentialClientApplication application(
      HttpUrl authority, ApplicationId applicationId, Credential credential, TokenWire wire) {
    try {
      return ConfidentialClientApplication.builder(applicationId.toString(), proof(credential))
          .authority(authority.toString())
          // The cloud's address comes from the configuration; nobody else is asked about it.
          .validateAuthority(false)
          .instanceDiscovery(false)
          .httpClient(wire)
          .executorService(new CallerRuns())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a login address expected, " + authority + " given", e);
    }
  }

  /** A certificate's key never leaves: it signs an assertion of ten minutes. */
  private static IClientCredential proof(Credential credential) {
    return credential instanceof CertificateKey key
        ? ClientCredentialFactory.createFromCertificate(key.reveal(), key.x509())
        : ClientCredentialFactory.createFromSecret(((ClientSecret) credential).reveal());
  }

  private static ClientCredentialParameters parameters(Cloud cloud) {
    return ClientCredentialParameters.builder(Set.of(scope(cloud))).skipCache(true).build();
  }

  /** The scope names the cloud's own Graph: tokens do not cross clouds. */
  static String scope(Cloud cloud) {
    String graph = cloud.graphUrl().toString();
    return (graph.endsWith("/") ? graph : graph + "/") + ".default";
  }

  private TokenAnswer refusal(TokenWire wire) {
    if (wire.outage() != null) {
      return new TokenAnswer.Unreachable("Entra cannot be reached. " + wire.outage());
    }
    if (wire.body() != null && wire.body().containsKey("error")) {
      return new TokenAnswer.Refused(errors.read(wire.status(), wire.body()));
    }
    return new TokenAnswer.Unreachable(
        "Entra, or something on the way to it, answered with status "
            + wire.status()
            + " and no token; check the cloud's login address and chronom.http.proxy.");
  }

  /** Which tenant owns a domain, by Entra's public metadata; empty when none does. */
  Optional<TenantId> tenantOf(Cloud cloud, String domain) {
    if (!DOMAIN.matcher(domain).matches()) {
      return Optional.empty();
    }
    HttpUrl url =
        new UrlGuard(cloud).login("/" + domain + "/v2.0/.well-known/openid-configuration");
    try (Response response = http.newCall(new Request.Builder().url(url).build()).execute();
        BoundedBody body = new BoundedBody(response, MAX_METADATA_BYTES)) {
      if (response.code() >= 500) {
        throw unreachable("It answered with status " + response.code() + ".");
      }
      return JsonText.object(body.readAllBytes())
          .map(metadata -> JsonText.string(metadata, "issuer", ""))
          .flatMap(Entra::tenantIn);
    } catch (IOException e) {
      throw unreachable(Outage.describe(e));
    }
  }

  private static Optional<TenantId> tenantIn(String issuer) {
    Matcher matcher = TENANT_IN_ISSUER.matcher(issuer + "/");
    return matcher.find() ? TenantId.parse(matcher.group(1)) : Optional.empty();
  }

  private static GraphRefused unreachable(String why) {
    return new GraphRefused(
        RefusalKind.UNAVAILABLE, 0, null, "Entra cannot be reached. " + why, null);
  }
}
