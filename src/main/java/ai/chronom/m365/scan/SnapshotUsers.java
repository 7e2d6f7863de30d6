package ai.chronom.m365.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The users of a snapshot, read as a stream in ascending id order: from the database, or from a
 * list in tests. Only users with at least one seat are needed by rules, so only they come.
 */
public interface SnapshotUsers {
  /** Visits each licensed user once; memory stays bounded whatever their number. */
  void forEachLicensed(Consumer<ScannedUser> visitor);

  /** One of them by its id; empty when it has no seat or is not there. */
  default Optional<ScannedUser> find(String userId) {
    List<ScannedUser> found = new ArrayList<>();
    forEachLicensed(
        user -> {
          if (user.id().equals(userId)) {
            found.add(user);
          }
        });
    return found.stream().findFirst();
  }

  /** Those of them that are there; the order is theirs, not that of the ids. */
  default List<ScannedUser> findAll(Collection<String> userIds) {
    List<ScannedUser> found = new ArrayList<>();
    forEachLicensed(
        user -> {
          if (userIds.contains(user.id())) {
            found.add(user);
          }
        });
    return found;
  }

  /** One of them with what the services know of it; empty when it is not there. */
  default Optional<TracedUser> findTraced(String userId) {
    List<TracedUser> found = new ArrayList<>();
    forEachTraced(
        (user, traces) -> {
          if (user.id().equals(userId)) {
            found.add(new TracedUser(user, traces));
          }
        });
    return found.stream().findFirst();
  }

  /** The same users in the same order, each with what the services know of it. */
  default void forEachTraced(BiConsumer<ScannedUser, UserTraces> visitor) {
    forEachLicensed(user -> visitor.accept(user, UserTraces.NONE));
  }
}
