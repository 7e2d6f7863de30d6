package ai.chronom.m365.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Holds the master key set of this running server. Once loaded it stays, even if the file goes;
 * until then each call tries anew, so that a file put right needs no restart.
 */
@ApplicationScoped
public class MasterKeyKeeper {
  @PersistenceContext(unitName = "chronom")
  EntityManager entities;

  @Inject
  @ConfigProperty(name = "chronom.vault.key-file")
  Optional<String> keyFile;

  @Inject
  @ConfigProperty(name = "chronom.embedded", defaultValue = "false")
  boolean embedded;

  private @Nullable SecretSealer loaded;

  /** Throws {@link KeyUnusable}. */
  synchronized SecretSealer sealer() {
    if (loaded == null) {
      loaded = MasterKey.of(keyFile, embedded).load(keyIdsInUse());
    }
    return loaded;
  }

  private Set<Long> keyIdsInUse() {
    return new HashSet<>(
        entities
            .createQuery("select distinct s.keyId from SealedSecret s", Long.class)
            .getResultList());
  }
}
