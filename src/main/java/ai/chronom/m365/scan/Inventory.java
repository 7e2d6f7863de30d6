package ai.chronom.m365.scan;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a tenant has beside users and licenses, read when it is asked for: from the database, or
 * from nowhere in tests. What may be many is visited one by one, in bounded memory.
 */
public interface Inventory {
  /** Nothing at all. */
  Inventory EMPTY = new Inventory() {};

  default Optional<Organization> organization() {
    return Optional.empty();
  }

  /** Small things of one collection: apps, policies, labels, cases, agreements. */
  default void forEachItem(CollectionName collection, Consumer<InventoryItem> visitor) {}

  default void forEachDeletedUser(Consumer<DeletedUser> visitor) {}

  default void forEachSite(Consumer<Site> visitor) {}

  /** Whose data is kept, whether or not the address is that of an account. */
  default void forEachCustodian(Consumer<Custodian> visitor) {}

  /**
   * People hired to come between these times who have an account and no license yet, by department;
   * an empty name for those without.
   */
  default Map<String, Integer> joiners(Instant after, Instant until) {
    return Map.of();
  }

  /** Conditional Access policies; none when they are not read. */
  default void forEachAccessPolicy(Consumer<AccessPolicy> visitor) {}

  default Optional<SecureScore> secureScore() {
    return Optional.empty();
  }

  /** How many premium licenses of Entra are in use. */
  default Optional<PremiumInsight> premiumInsight() {
    return Optional.empty();
  }
}
