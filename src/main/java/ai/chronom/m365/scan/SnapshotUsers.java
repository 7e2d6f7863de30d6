package ai.chronom.m365.scan;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The users of a snapshot, read as a stream in ascending id order: from the database, or from a
 * list in tests. Only users with at least one seat are needed by rules, so only they come.
 */
public interface SnapshotUsers {
  /** Visits each licensed user once; memory stays bounded whatever their number. */
  void forEachLicensed(Consumer<ScannedUser> visitor);

  /** The same users in the same order, each with what the services know of it. */
  default void forEachTraced(BiConsumer<ScannedUser, UserTraces> visitor) {
    forEachLicensed(user -> visitor.accept(user, UserTraces.NONE));
  }
}
