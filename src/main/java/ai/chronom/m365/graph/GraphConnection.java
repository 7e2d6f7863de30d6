package ai.chronom.m365.graph;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads one tenant through Microsoft Graph with one token at a time; reading only. Waits politely
 * when throttled, renews its token once when rejected, follows links only to the tenant's cloud.
 * Used by one thread at a time. Real, or a hand-written fake in tests.
 */
public interface GraphConnection {
  /** Roles in the token's {@code roles} claim; empty when nothing is consented. */
  Set<String> roles();

  /** Whether the token could be read at all; when not, {@link #roles} says nothing. */
  default boolean tellsRoles() {
    return true;
  }

  /**
   * {@code path} starts with {@code /v1.0/} or {@code /beta/}, or is a next link of Graph's. Never
   * throws for an error answer.
   */
  GraphAnswer get(String path);

  /** At most 20 paths per HTTP request; more become several. Answers in the order of the paths. */
  List<GraphAnswer> batch(List<String> paths);

  /**
   * Opens one page of a collection as a stream; the caller closes it. Throws {@link GraphRefused}.
   *
   * @param pathOrNextLink a path as for {@link #get}, or Graph's {@code @odata.nextLink} as it came
   */
  InputStream page(String pathOrNextLink);

  /**
   * Opens a usage report's CSV, BOM included; the download host never sees the token. The caller
   * closes it. Throws {@link GraphRefused}.
   *
   * @param path such as {@code /v1.0/reports/getOffice365ActiveUserDetail(period='D180')}
   */
  InputStream report(String path);

  /**
   * The names of all permissions that a service offers, roles and scopes, by their ids. Empty when
   * they cannot be read.
   *
   * @param servicePrincipalId of the service, in this tenant
   */
  default Map<UUID, String> permissionNames(UUID servicePrincipalId) {
    return Map.of();
  }

  /** What it waits for at this moment; may be asked by any thread. */
  default Optional<GraphWait> waiting() {
    return Optional.empty();
  }

  /** HTTP requests sent to Graph so far, retries and downloads included, token requests not. */
  int requests();
}
