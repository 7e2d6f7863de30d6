package ai.chronom.m365.report;

import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.license.SkuId;
import ai.chronom.m365.scan.CollectionResult;
import ai.chronom.m365.scan.ScannedUser;
import ai.chronom.m365.scan.ServiceActivity;
import ai.chronom.m365.scan.SignInActivity;
import ai.chronom.m365.scan.Snapshot;
import ai.chronom.m365.scan.SubscribedSku;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Licensed accounts as a sheet. */
final class UsersSheet implements Sheet {
  private static final List<String> HEADER =
      List.of(
          "user_id",
          "user_principal_name",
          "display_name",
          "enabled",
          "user_type",
          "department",
          "created",
          "licenses",
          "last_successful_sign_in",
          "last_sign_in_attempt",
          "last_non_interactive_sign_in",
          "last_service_activity",
          "as_of",
          "not_read");

  private final Snapshot snapshot;
  private final Map<SkuId, String> names;
  private final String gaps;
  private final Consumer<Consumer<ScannedUser>> users;

  /**
   * @param users hands them on one by one
   */
  UsersSheet(Snapshot snapshot, SkuCatalog catalog, Consumer<Consumer<ScannedUser>> users) {
    this.snapshot = snapshot;
    this.users = users;
    this.names =
        snapshot.skus().stream()
            .collect(
                Collectors.toMap(
                    SubscribedSku::skuId,
                    sku -> catalog.name(sku.skuId()).orElse(sku.partNumber()),
                    (one, other) -> one));
    this.gaps =
        snapshot.collections().values().stream()
            .filter(result -> !result.complete())
            .map(UsersSheet::gap)
            .sorted()
            .collect(Collectors.joining(" | "));
  }

  private static String gap(CollectionResult result) {
    return result.name().word() + " " + result.state().word();
  }

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public void rows(Consumer<List<? extends @Nullable Object>> out) {
    users.accept(user -> out.accept(row(user)));
  }

  private List<@Nullable Object> row(ScannedUser user) {
    SignInActivity signIns = user.signIns();
    return Arrays.asList(
        user.id(),
        user.userPrincipalName(),
        user.displayName(),
        user.accountEnabled() ? "yes" : "no",
        user.userType(),
        user.department(),
        Cells.day(user.createdAt()),
        user.seats().stream()
            .map(seat -> names.getOrDefault(seat.skuId(), seat.skuId().toString()))
            .sorted()
            .collect(Collectors.joining("; ")),
        signIns == null ? null : Cells.day(signIns.lastSuccessful()),
        signIns == null ? null : Cells.day(signIns.lastInteractive()),
        signIns == null ? null : Cells.day(signIns.lastNonInteractive()),
        latest(user.activity()),
        Cells.day(snapshot.takenAt()),
        gaps);
  }

  private static @Nullable LocalDate latest(@Nullable ServiceActivity activity) {
    return activity == null ? null : activity.latest().orElse(null);
  }
}
