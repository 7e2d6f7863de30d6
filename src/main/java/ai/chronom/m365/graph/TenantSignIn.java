package ai.chronom.m365.graph;

import ai.chronom.m365.vault.Credential;
import ai.chronom.m365.vault.OpenedCredential;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signs one piece of work in to its tenant, again and again with the credential it began with. When
 * Entra no longer takes that one and another has replaced it, the work goes on with the new one
 * (ADR 060). Used by one thread at a time.
 */
final class TenantSignIn implements Supplier<Entra.Exchange> {
  private final Keys keys;
  private final Function<Credential, Entra.Exchange> entra;
  private @Nullable Long version;

  TenantSignIn(Keys keys, Function<Credential, Entra.Exchange> entra) {
    this.keys = keys;
    this.entra = entra;
  }

  /** The tenant's part of the vault. */
  interface Keys {
    OpenedCredential present();

    /** That version while it is kept, otherwise the present one. */
    OpenedCredential kept(long version);

    /** Without opening it; 0 when there is none. */
    long presentVersion();
  }

  @Override
  public Entra.Exchange get() {
    Entra.Exchange exchange = exchange(version == null ? keys.present() : keys.kept(version));
    boolean rejected =
        exchange.answer() instanceof TokenAnswer.Refused refused && !refused.error().isTransient();
    return rejected && version != null && keys.presentVersion() > version
        ? exchange(keys.present())
        : exchange;
  }

  private Entra.Exchange exchange(OpenedCredential opened) {
    try (opened) {
      version = opened.version();
      return entra.apply(opened.credential());
    }
  }
}
