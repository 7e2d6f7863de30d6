package ai.chronom.m365.graph;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.vault.ClientSecret;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Reads users as the SDK's documentation shows it: typed models and its PageIterator. */
public final class SdkUsers {
  private SdkUsers() {}

  /**
   * How many users the SDK found.
   *
   * @param path with $select and $top, as our own scan asks
   */
  public static long count(Sandbox sandbox, String path) {
    GraphServiceClient client = client(sandbox);
    String query = path.substring(path.indexOf('?') + 1);
    List<String> select = List.of(value(query, "$select").split(","));
    int top = Integer.parseInt(value(query, "$top"));
    UserCollectionResponse first =
        client
            .users()
            .get(
                request -> {
                  request.queryParameters.select = select.toArray(String[]::new);
                  request.queryParameters.top = top;
                });
    AtomicLong users = new AtomicLong();
    try {
      new PageIterator.Builder<User, UserCollectionResponse>()
          .client(client)
          .collectionPage(first)
          .collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
          .processPageItemCallback(user -> users.incrementAndGet() > 0)
          .build()
          .iterate();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return users.get();
  }

  private static String value(String query, String name) {
    for (String part : query.split("&")) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    throw new IllegalArgumentException(name + " expected in " + query);
  }

  private static GraphServiceClient client(Sandbox sandbox) {
    SandboxGraph graph = new SandboxGraph(sandbox);
    Pipeline pipeline =
        new Pipeline(Proxy.NO_PROXY, TrustedCertificates.of(Optional.of(sandbox.caFile())));
    AccessToken token =
        new Entra(pipeline.tokens())
            .requestToken(
                graph.cloud(),
                graph.tenantId(),
                graph.applicationId(),
                ClientSecret.of(sandbox.clientSecret()))
            .token();
    AccessTokenProvider provider =
        new AccessTokenProvider() {
          @Override
          public String getAuthorizationToken(URI uri, Map<String, Object> context) {
            return token.value();
          }

          @Override
          public AllowedHostsValidator getAllowedHostsValidator() {
            return new AllowedHostsValidator();
          }
        };
    GraphServiceClient client =
        new GraphServiceClient(
            new BaseBearerTokenAuthenticationProvider(provider), pipeline.pages());
    client.getRequestAdapter().setBaseUrl(sandbox.graphUrl() + "/v1.0");
    return client;
  }
}
