package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.PermissionCatalog;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many premium licenses of Entra are in use; Microsoft offers it as beta only. */
final class PremiumInsightCollection implements ScanCollection {
  private static final String PATH = "/beta/reports/azureADPremiumLicenseInsight";

  @Override
  public Declaration about() {
    return new Declaration(
        CollectionName.PREMIUM_INSIGHT,
        PermissionCatalog.REPORTS_READ_ALL,
        PATH,
        "How many Entra ID P1 and P2 licenses the tenant's people use.",
        TenantTables.PREMIUM_INSIGHT.name());
  }

  @Override
  public CollectionOutcome collect(CollectionReading reading) {
    long scanId = reading.scan().id();
    GraphAnswer answer = reading.batch(List.of(PATH)).get(0);
    if (!answer.succeeded()) {
      throw refused(answer);
    }
    PremiumInsight insight = insight(answer.body());
    reading.advance(
        reading.checkpoint().onward(null, 1, 1),
        connection -> {
          TenantTables.PREMIUM_INSIGHT.insert(connection, scanId, List.of(insight));
          return insight;
        });
    return CollectionOutcome.complete();
  }

  private static PremiumInsight insight(JsonObject body) {
    return new PremiumInsight(
        count(body, "entitledP1LicenseCount"),
        count(body, "entitledP2LicenseCount"),
        users(body, "p1FeatureUtilizations", "conditionalAccess"),
        users(body, "p2FeatureUtilizations", "riskBasedConditionalAccess"));
  }

  private static @Nullable Long users(JsonObject body, String plan, String feature) {
    return body.get(plan) instanceof JsonObject features
            && features.get(feature) instanceof JsonObject use
        ? count(use, "userCount")
        : null;
  }

  private static @Nullable Long count(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value instanceof JsonNumber number && number.bigDecimalValue().signum() >= 0
        ? Long.valueOf(number.longValue())
        : null;
  }

  private static GraphRefused refused(GraphAnswer answer) {
    RefusalKind kind = answer.refusal();
    return new GraphRefused(
        kind == null ? RefusalKind.OTHER : kind,
        answer.status(),
        answer.code(),
        "The use of premium licenses could not be read",
        null);
  }
}
