package ai.chronom.m365.graph;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.Credential;
import ai.chronom.m365.vault.OpenedCredential;
import ai.chronom.m365.vault.SecretDescription;
import ai.chronom.m365.vault.SecretPurpose;
import ai.chronom.m365.vault.Vault;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our end of Entra and Microsoft Graph. A secret gets in here in two ways only: a candidate that is
 * handed over, and a sealed one that the vault opens for a tenant.
 */
@ApplicationScoped
public class Graph {
  @Inject Clock clock;

  @Inject Clouds clouds;

  @Inject Vault vault;

  @Inject GraphConfig config;

  private Connector connector;

  /** For CDI's proxy; the container calls {@link #open()}. */
  @SuppressWarnings("NullAway.Init")
  public Graph() {}

  @PostConstruct
  void open() {
    Pipeline pipeline = new Pipeline(config.proxy(), TrustedCertificates.of(config.trustedCa()));
    connector = new Connector(pipeline, clock, Patience.withRandomJitter(), Sleeper.ofThread());
  }

  /** Reads the certificate file at the start: a bad one stops it, not the first request. */
  void start(@Observes Startup event) {
    // A meter that nobody has seen at zero tells nothing when it comes.
    Stream.of(GraphWait.Reason.values()).forEach(Pause::meter);
    connector.entra();
  }

  /** Asks Entra for a token with these credentials, and keeps nothing of it. */
  public TokenAnswer prove(
      Cloud cloud, TenantId tenantId, ApplicationId applicationId, Credential candidate) {
    return connector.entra().requestToken(cloud, tenantId, applicationId, candidate).answer();
  }

  /**
   * Opens the tenant's sealed credential and signs in with a fresh token; later tokens come from
   * the same credential, even if it is replaced meanwhile. Call it outside of a transaction. Throws
   * {@link GraphRefused} of kind {@code CREDENTIALS_REJECTED} or {@code UNAVAILABLE}.
   */
  public GraphConnection connect(Tenant tenant, SecretPurpose purpose, Actor actor) {
    Cloud cloud =
        clouds
            .find(tenant.cloudId())
            .orElseThrow(
                () ->
                    new GraphRefused(
                        RefusalKind.UNAVAILABLE,
                        0,
                        null,
                        "The cloud " + tenant.cloudId() + " is no longer configured.",
                        null));
    TenantId tenantId = tenant.id();
    ApplicationId applicationId = tenant.applicationId();
    return connector.connect(
        cloud,
        tenantId,
        new TenantSignIn(
            keys(tenantId, purpose, actor),
            credential ->
                connector.entra().requestToken(cloud, tenantId, applicationId, credential)));
  }

  private TenantSignIn.Keys keys(TenantId tenantId, SecretPurpose purpose, Actor actor) {
    return new TenantSignIn.Keys() {
      @Override
      public OpenedCredential present() {
        return vault.open(tenantId, purpose, actor);
      }

      @Override
      public OpenedCredential kept(long version) {
        return vault.open(tenantId, version, purpose, actor);
      }

      @Override
      public long presentVersion() {
        return vault.describe(tenantId).map(SecretDescription::version).orElse(0L);
      }
    };
  }

  /**
   * Which tenant owns a domain; empty when none does, or the text is no domain. Throws {@link
   * GraphRefused} of kind {@code UNAVAILABLE}.
   */
  public Optional<TenantId> resolveDomain(Cloud cloud, String domain) {
    return connector.entra().tenantOf(cloud, domain);
  }
}
