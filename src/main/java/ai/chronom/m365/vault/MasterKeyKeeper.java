package ai.chronom.m365.vault;

import ai.chronom.m365.job.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Holds the master keys of this running server. Once loaded they stay, even if the file goes; until
 * then each call tries anew, so that a file put right needs no restart.
 */
@ApplicationScoped
public class MasterKeyKeeper {
  private static final System.Logger LOG = System.getLogger(MasterKeyKeeper.class.getName());
  private static final long NANOS_BETWEEN_TRIES = 1_000_000_000L;

  @Inject Config config;
  @Inject VaultWork work;
  @Inject Node node;

  Function<String, Optional<String>> values = key -> config.getOptionalValue(key, String.class);

  private volatile @Nullable SecretSealer loaded;
  private volatile @Nullable String warning;
  private @Nullable KeyUnusable refused;
  private long triedNanos;

  /** Throws {@link KeyUnusable}. */
  SecretSealer sealer() {
    SecretSealer open = loaded;
    return open == null ? load() : open;
  }

  /**
   * That has this key; read anew when another node made the key a moment ago. Throws {@link
   * KeyUnusable} when there is no key set at all.
   */
  SecretSealer sealer(long keyId) {
    SecretSealer open = sealer();
    if (!open.keyIds().contains(keyId) && mayTry()) {
      refresh();
      open = sealer();
    }
    return open;
  }

  private synchronized SecretSealer load() {
    SecretSealer open = loaded;
    if (open != null) {
      return open;
    }
    if (refused != null && !mayTry()) {
      throw refused;
    }
    try {
      open = new MasterKey(holder(), isEmbedded()).load(work);
      loaded = open;
      node.beginWork();
      LOG.log(System.Logger.Level.INFO, "The vault is open with the keys {0}", open.keyIds());
      return open;
    } catch (KeyUnusable e) {
      refused = e;
      throw e;
    }
  }

  /** A shut vault is asked often, but need not read its file each time. */
  private synchronized boolean mayTry() {
    long now = System.nanoTime();
    if (triedNanos != 0 && now - triedNanos < NANOS_BETWEEN_TRIES) {
      return false;
    }
    triedNanos = now;
    return true;
  }

  /**
   * Reads the key file again: new keys are taken over; what would stop the next start becomes the
   * warning, and the keys in memory stay.
   */
  synchronized void refresh() {
    SecretSealer open = loaded;
    if (open == null) {
      return;
    }
    try {
      SecretSealer read = new MasterKey(holder(), false).load(work);
      if (!read.keys().fingerprints().equals(open.keys().fingerprints())) {
        loaded = read;
        LOG.log(System.Logger.Level.INFO, "The vault now has the keys {0}", read.keyIds());
      }
      warn(null);
    } catch (KeyUnusable e) {
      warn(String.valueOf(e.getMessage()));
    }
  }

  private void warn(@Nullable String found) {
    if (found != null && !found.equals(warning)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The vault works on with the keys in memory, but would not open after a restart. {0}",
          found);
    }
    warning = found;
  }

  boolean isOpen() {
    return loaded != null;
  }

  /** What would stop the next start; empty when nothing would. */
  Optional<String> warning() {
    return Optional.ofNullable(warning);
  }

  /** Throws {@link KeyUnusable}. */
  KeyHolder holder() {
    return new VaultConfig(values).holder();
  }

  private boolean isEmbedded() {
    return values.apply("chronom.embedded").filter("true"::equals).isPresent();
  }
}
