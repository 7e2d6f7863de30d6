package ai.chronom.m365.vault;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the master key set, or says in one sentence why it cannot be used.
 *
 * @param keyFile null when none is configured
 * @param mayCreate whether a missing file is made; never once something is sealed
 */
record MasterKey(@Nullable Path keyFile, boolean mayCreate) {
  static MasterKey of(Optional<String> keyFile, boolean mayCreate) {
    return new MasterKey(keyFile.map(Path::of).orElse(null), mayCreate);
  }

  /**
   * @param keyIdsInUse of the keys that secrets in the database are sealed with
   * @throws KeyUnusable with what was found and what to do
   */
  SecretSealer load(Set<Long> keyIdsInUse) {
    if (keyFile == null) {
      throw new KeyUnusable(
          "chronom.vault.key-file is not set: name the file that holds the master key set.");
    }
    KeyFile file = new KeyFile(keyFile);
    if (file.isAbsent() && mayCreate) {
      create(file, keyIdsInUse);
    }
    SecretSealer sealer = read(file);
    Set<Long> lost = new TreeSet<>(keyIdsInUse);
    lost.removeAll(sealer.keyIds());
    if (!lost.isEmpty()) {
      throw file.refused(
          "holds the keys "
              + new TreeSet<>(sealer.keyIds())
              + ", but secrets in the database are sealed with "
              + lost
              + ": put the key file back that belongs to this database.");
    }
    return sealer;
  }

  private static void create(KeyFile file, Set<Long> keyIdsInUse) {
    if (!keyIdsInUse.isEmpty()) {
      throw file.refused(
          "does not exist, but secrets in the database are sealed with the keys "
              + new TreeSet<>(keyIdsInUse)
              + ": put it back from your backup.");
    }
    file.create(SecretSealer.freshKeySet());
  }

  private static SecretSealer read(KeyFile file) {
    String keySet = file.read();
    try {
      return SecretSealer.of(keySet);
    } catch (KeyUnusable e) {
      throw file.refused(String.valueOf(e.getMessage()));
    }
  }
}
