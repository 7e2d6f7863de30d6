package ai.chronom.m365.graph;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.ClientSecret;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The real room {@code graph} in front of a sandbox: real MSAL, real TLS, only time is not real.
 */
public final class SandboxGraph {
  private final Coordinates sandbox;
  private final Supplier<String> clientSecret;
  private final Connector connector;
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

  /** Where a sandbox is, for this process or another. */
  public record Coordinates(
      String loginUrl,
      String graphUrl,
      String portalUrl,
      String reportHost,
      String tenantId,
      String applicationId,
      String clientSecret,
      Path caFile) {
    public static Coordinates of(Sandbox sandbox) {
      return new Coordinates(
          sandbox.loginUrl(),
          sandbox.graphUrl(),
          sandbox.portalUrl(),
          sandbox.reportHost(),
          sandbox.tenantId(),
          sandbox.applicationId(),
          sandbox.clientSecret(),
          sandbox.caFile());
    }
  }

  public SandboxGraph(Sandbox sandbox) {
    this(sandbox, Clock.systemUTC());
  }

  public SandboxGraph(Coordinates sandbox) {
    this(sandbox, sandbox::clientSecret, Clock.systemUTC(), Pipeline.Limits.USUAL);
  }

  public SandboxGraph(Sandbox sandbox, Clock clock) {
    this(Coordinates.of(sandbox), sandbox::clientSecret, clock, Pipeline.Limits.USUAL);
  }

  /**
   * @param clientSecret asked at each connection: a test may have another made
   */
  private SandboxGraph(
      Coordinates sandbox, Supplier<String> clientSecret, Clock clock, Pipeline.Limits limits) {
    this.sandbox = sandbox;
    this.clientSecret = clientSecret;
    Pipeline pipeline =
        new Pipeline(Proxy.NO_PROXY, TrustedCertificates.of(Optional.of(sandbox.caFile())), limits);
    this.connector = new Connector(pipeline, clock, new Patience(() -> 0), waits::add);
  }

  /** Twenty times as impatient as usual. */
  public static SandboxGraph impatient(Sandbox sandbox) {
    Pipeline.Limits usual = Pipeline.Limits.USUAL;
    return new SandboxGraph(
        Coordinates.of(sandbox),
        sandbox::clientSecret,
        Clock.systemUTC(),
        new Pipeline.Limits(
            usual.connect().dividedBy(20),
            usual.response().dividedBy(20),
            usual.page().dividedBy(20),
            usual.download().dividedBy(20)));
  }

  public Cloud cloud() {
    return new Cloud(
        "sandbox",
        "Sandbox",
        URI.create(sandbox.loginUrl()),
        URI.create(sandbox.graphUrl()),
        URI.create(sandbox.portalUrl()),
        List.of(sandbox.reportHost()));
  }

  public TenantId tenantId() {
    return TenantId.parse(sandbox.tenantId()).orElseThrow();
  }

  public ApplicationId applicationId() {
    return ApplicationId.parse(sandbox.applicationId()).orElseThrow();
  }

  /** With the sandbox's own ids. */
  public TokenAnswer prove(String secret) {
    return prove(tenantId(), applicationId(), secret);
  }

  public TokenAnswer prove(TenantId tenantId, ApplicationId applicationId, String secret) {
    return connector
        .entra()
        .requestToken(cloud(), tenantId, applicationId, ClientSecret.of(secret))
        .answer();
  }

  /** Signed in with a secret that works. */
  public GraphConnection connect() {
    return connect(cloud());
  }

  public GraphConnection connect(Cloud cloud) {
    return connector.connect(
        cloud,
        tenantId(),
        () ->
            connector
                .entra()
                .requestToken(
                    cloud(), tenantId(), applicationId(), ClientSecret.of(clientSecret.get())));
  }

  /** Signed in at one cloud, speaking to the Graph of another. */
  GraphConnection connectWithTokenOf(Cloud login, Cloud graph) {
    return connector.connect(graph, tenantId(), () -> token(login, clientSecret.get()));
  }

  GraphConnection connectWith(String secret) {
    return connector.connect(cloud(), tenantId(), () -> token(cloud(), secret));
  }

  private Entra.Exchange token(Cloud login, String secret) {
    return connector
        .entra()
        .requestToken(login, tenantId(), applicationId(), ClientSecret.of(secret));
  }

  public Optional<TenantId> resolveDomain(String domain) {
    return connector.entra().tenantOf(cloud(), domain);
  }

  /** What was waited for, without waiting. */
  public List<Duration> waits() {
    return waits;
  }
}
