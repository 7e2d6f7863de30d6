package ai.chronom.m365.graph;

import com.microsoft.graph.models.ServicePrincipal;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's typed client for single objects that nobody wants to read as bare JSON. It speaks
 * through the same courier as everything else: one guard, one token, one way of waiting.
 */
final class TypedGraph {
  private final GraphServiceClient client;

  TypedGraph(OkHttpClient http, UrlGuard guard, Courier courier) {
    OkHttpClient throughCourier =
        http.newBuilder()
            // The courier has its own limits for each try, and waits between them.
            .callTimeout(Duration.ZERO)
            .addInterceptor(chain -> carried(chain.request(), guard, courier))
            .build();
    OkHttpRequestAdapter adapter =
        new OkHttpRequestAdapter(new AnonymousAuthenticationProvider(), null, null, throughCourier);
    adapter.setBaseUrl(guard.graph("/v1.0/").toString().replaceAll("/$", ""));
    client = new GraphServiceClient(adapter);
  }

  /** The SDK encodes more than Graph needs; the guard sees the address as it would be sent. */
  private static Response carried(Request request, UrlGuard guard, Courier courier) {
    HttpUrl url = guard.graph(request.url().toString().replace("%24", "$"));
    if (!request.method().equals("GET")) {
      throw new IllegalStateException("only reading is allowed, " + request.method() + " given");
    }
    return courier.send(url, null);
  }

  /** Roles and scopes that a service offers, by their ids; empty when they cannot be read. */
  Map<UUID, String> permissionNames(UUID servicePrincipalId) {
    Map<UUID, String> names = new HashMap<>();
    ServicePrincipal service = servicePrincipal(servicePrincipalId);
    if (service == null) {
      return Map.of();
    }
    orEmpty(service.getAppRoles()).forEach(role -> put(names, role.getId(), role.getValue()));
    orEmpty(service.getOauth2PermissionScopes())
        .forEach(scope -> put(names, scope.getId(), scope.getValue()));
    return Map.copyOf(names);
  }

  private @Nullable ServicePrincipal servicePrincipal(UUID id) {
    try {
      return client
          .servicePrincipals()
          .byServicePrincipalId(id.toString())
          .get(
              request ->
                  request.queryParameters.select =
                      new String[] {"id", "appRoles", "oauth2PermissionScopes"});
    } catch (ApiException | GraphRefused e) {
      // Names are an aid for the reader: ids remain.
      return null;
    }
  }

  private static void put(Map<UUID, String> names, @Nullable UUID id, @Nullable String value) {
    if (id != null && value != null && !value.isEmpty()) {
      names.put(id, value);
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
