package ai.chronom.m365.permission;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Most application roles have a delegated scope of the same name, which the portal lists first: the
 * usual way to pick the wrong type. Ids from Microsoft's permissions reference
 * (microsoft-graph-devx-content, 2026-08-07).
 */
public final class DelegatedTwins {
  private static final Map<GraphPermission, UUID> SCOPES =
      Map.ofEntries(
          twin(PermissionCatalog.DIRECTORY_READ_ALL, "06da0dbc-49e2-44d2-8312-53f166ab848a"),
          twin(PermissionCatalog.AGREEMENT_READ_ALL, "af2819c9-df71-4dd3-ade7-4d7c9dc653b7"),
          twin(PermissionCatalog.AUDIT_LOG_READ_ALL, "e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20"),
          twin(PermissionCatalog.REPORTS_READ_ALL, "02e97553-ed7b-43d0-ab3c-f8bace0d040c"),
          twin(PermissionCatalog.SITES_READ_ALL, "205e70e5-aba6-4c52-a976-6d2d46c48043"),
          twin(PermissionCatalog.TERM_STORE_READ_ALL, "297f747b-0005-475b-8fef-c890f5152b38"),
          twin(
              PermissionCatalog.DEVICE_MANAGEMENT_APPS_READ_ALL,
              "4edf5f54-4666-44af-9de9-0144fb4b6e8c"),
          twin(
              PermissionCatalog.DEVICE_MANAGEMENT_CONFIGURATION_READ_ALL,
              "f1493658-876a-4c87-8fa7-edb559b3476a"),
          twin(
              PermissionCatalog.DEVICE_MANAGEMENT_MANAGED_DEVICES_READ_ALL,
              "314874da-47d6-4978-88dc-cf0d37f0bb82"),
          twin(
              PermissionCatalog.DEVICE_MANAGEMENT_SERVICE_CONFIG_READ_ALL,
              "8696daa5-bce5-4b2e-83f9-51b6defc4e1e"),
          twin(PermissionCatalog.EDISCOVERY_READ_ALL, "99201db3-7652-4d5a-809a-bdb94f85fe3c"),
          Map.entry(
              PermissionCatalog.INFORMATION_PROTECTION_POLICY_READ,
              PermissionCatalog.INFORMATION_PROTECTION_POLICY_READ_DELEGATED),
          twin(PermissionCatalog.SECURITY_EVENTS_READ_ALL, "64733abd-851e-478a-bffb-e47a14b18235"));

  private DelegatedTwins() {}

  /** The delegated scope that looks like this application role; empty for a delegated one. */
  public static Optional<UUID> scopeOf(GraphPermission permission) {
    return Optional.ofNullable(SCOPES.get(permission));
  }

  /** Which permission of ours that delegated scope looks like. */
  public static Optional<GraphPermission> lookingLike(UUID scopeId) {
    return SCOPES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(scopeId))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map.Entry<GraphPermission, UUID> twin(GraphPermission permission, String scope) {
    return Map.entry(permission, UUID.fromString(scope));
  }
}
