package ai.chronom.m365.vault;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tries the master key at the start, so that the log tells at once. A missing key stops neither the
 * start nor the pages: the readiness check stays down, and no secret goes in or out.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class VaultStart {
  private static final Logger LOG = Logger.getLogger(VaultStart.class.getName());

  @Inject Vault vault;

  @PostConstruct
  void tryKey() {
    vault.ready().ifPresent(reason -> LOG.log(Level.SEVERE, "The vault stays shut. {0}", reason));
  }
}
