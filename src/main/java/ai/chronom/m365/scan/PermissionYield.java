package ai.chronom.m365.scan;

import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.OptionalPermissions;
import ai.chronom.m365.permission.PermissionCatalog;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one permission brought to a scan.
 *
 * @param collections that need it, in the order they are read
 */
public record PermissionYield(GraphPermission permission, List<CollectionView> collections) {
  public PermissionYield {
    collections = List.copyOf(collections);
  }

  /** All permissions that a scan reads with, in the order of the guide, optional ones last. */
  static List<PermissionYield> of(List<CollectionView> collections) {
    return Stream.concat(
            PermissionCatalog.application().stream(), OptionalPermissions.all().stream())
        .map(
            permission ->
                new PermissionYield(
                    permission,
                    collections.stream()
                        .filter(each -> each.permission().equals(permission.name()))
                        .toList()))
        .filter(brought -> !brought.collections().isEmpty())
        .toList();
  }

  public long items() {
    return collections.stream().mapToLong(CollectionView::items).sum();
  }

  /** What is missing, each said once: one cause often hits several collections. */
  public List<String> reasons() {
    return collections.stream()
        .map(CollectionView::reason)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** The newest day that any of its reports speaks of. */
  public @Nullable LocalDate asOf() {
    return collections.stream()
        .map(CollectionView::asOf)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** What its collections have in common; partial when they ended in different ways. */
  public CollectionState state() {
    Set<CollectionState> states =
        collections.stream().map(CollectionView::state).collect(Collectors.toSet());
    for (CollectionState open :
        List.of(CollectionState.WAITING, CollectionState.RUNNING, CollectionState.PENDING)) {
      if (states.contains(open)) {
        return states.size() > 1 && open == CollectionState.PENDING
            ? CollectionState.RUNNING
            : open;
      }
    }
    return states.size() == 1 ? states.iterator().next() : CollectionState.PARTIAL;
  }
}
