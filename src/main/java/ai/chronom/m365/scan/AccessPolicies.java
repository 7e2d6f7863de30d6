package ai.chronom.m365.scan;

import ai.chronom.m365.permission.OptionalPermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conditional Access policies, and whom each covers. */
final class AccessPolicies {
  private static final ObjectReader.Field SUBJECTS = ObjectReader.texts(64);
  private static final ObjectReader.Field LEVELS = ObjectReader.texts(40);

  private AccessPolicies() {}

  static ScanCollection policies() {
    return new PagedCollection<>(
        new Declaration(
            CollectionName.ACCESS_POLICIES,
            OptionalPermissions.POLICY_READ_ALL,
            "/v1.0/identity/conditionalAccess/policies?$select=id,displayName,state,conditions",
            "Whom policies by risk cover: these people need Entra ID P2.",
            OptionalTables.ACCESS_POLICY.name()),
        new ObjectReader.Shape<>(
            Map.of(
                "id",
                ObjectReader.text(64),
                "displayName",
                ObjectReader.text(256),
                "state",
                ObjectReader.text(60),
                "conditions",
                ObjectReader.object(
                    Map.of(
                        "userRiskLevels", LEVELS,
                        "signInRiskLevels", LEVELS,
                        "users", ObjectReader.object(kinds())))),
            AccessPolicies::policy),
        AccessPolicies::store);
  }

  private static Map<String, ObjectReader.Field> kinds() {
    Map<String, ObjectReader.Field> fields = new HashMap<>();
    AccessPolicy.KINDS.forEach(kind -> fields.put(kind, SUBJECTS));
    return fields;
  }

  private static Optional<AccessPolicy> policy(ObjectReader.Found found) {
    ObjectReader.Found conditions = found.in("conditions");
    boolean byRisk =
        !conditions.texts("userRiskLevels").isEmpty()
            || !conditions.texts("signInRiskLevels").isEmpty();
    Map<String, Set<String>> subjects = new HashMap<>();
    AccessPolicy.KINDS.forEach(
        kind -> subjects.put(kind, Set.copyOf(conditions.in("users").texts(kind))));
    return found
        .text("id")
        .map(
            id ->
                new AccessPolicy(
                    id,
                    found.text("displayName").orElse(null),
                    found.text("state").orElse(null),
                    byRisk,
                    subjects));
  }

  private static void store(Connection connection, long scanId, List<AccessPolicy> policies)
      throws SQLException {
    OptionalTables.ACCESS_POLICY.insert(connection, scanId, policies);
    List<OptionalTables.AccessSubject> subjects = new ArrayList<>();
    policies.forEach(
        policy ->
            policy
                .subjects()
                .forEach(
                    (kind, all) ->
                        all.forEach(
                            subject ->
                                subjects.add(
                                    new OptionalTables.AccessSubject(
                                        policy.id(), kind, subject)))));
    OptionalTables.ACCESS_SUBJECT.insert(connection, scanId, subjects);
  }
}
