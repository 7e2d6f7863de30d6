package ai.chronom.m365.vault;

import ai.chronom.m365.problem.Readiness;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Without its master key this node can neither verify nor scan, nor keep an audit trail. */
@ApplicationScoped
public class VaultReadiness implements Readiness {
  @Inject Vault vault;
  @Inject MasterKeyKeeper masterKey;

  @Override
  public Optional<String> obstacle() {
    try {
      return vault.ready();
    } catch (EJBException e) {
      return Optional.of("The vault cannot ask the database which keys are in use.");
    }
  }

  @Override
  public boolean closesNode() {
    return true;
  }

  @Override
  public Optional<String> warning() {
    return masterKey.warning();
  }
}
