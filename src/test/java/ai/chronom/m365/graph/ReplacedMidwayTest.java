package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.registration.Secret;
import ai.chronom.m365.vault.ClientSecret;
import ai.chronom.m365.vault.OpenedCredential;
import java.io.InputStream;
import java.net.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long piece of work whose token ends while somebody replaces the tenant's secret. */
class ReplacedMidwayTest {
  private static final String PAGE = "/v1.0/subscribedSkus";
  private static final Duration TOKEN_LIFE = Duration.ofHours(2);

  private final JumpingClock clock = new JumpingClock();
  private final Map<Long, Secret> kept = new HashMap<>();
  private long version = 1;
  private Sandbox sandbox;
  private GraphConnection connection;

  @BeforeEach
  void begin(@TempDir Path directory) throws Exception {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withClock(clock));
    kept.put(1L, sandbox.registration().workingSecret().orElseThrow());
    SandboxGraph graph = new SandboxGraph(sandbox);
    Pipeline pipeline =
        new Pipeline(Proxy.NO_PROXY, TrustedCertificates.of(Optional.of(sandbox.caFile())));
    Connector connector = new Connector(pipeline, clock, new Patience(() -> 0), time -> {});
    connection =
        connector.connect(
            graph.cloud(),
            graph.tenantId(),
            new TenantSignIn(
                new Keys(),
                credential ->
                    connector
                        .entra()
                        .requestToken(
                            graph.cloud(), graph.tenantId(), graph.applicationId(), credential)));
    readAPage();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void goesOnUnderTheSecretItBeganWith() throws Exception {
    replace();
    clock.jump(TOKEN_LIFE);
    readAPage();
  }

  @Test
  void goesOnUnderTheNewOneWhenTheOldIsDeletedInEntra() throws Exception {
    replace();
    sandbox.registration().deleteSecret(kept.get(1L).keyId());
    clock.jump(TOKEN_LIFE);
    readAPage();
    kept.remove(1L);
    clock.jump(TOKEN_LIFE);
    readAPage();
  }

  @Test
  void saysWhyWhenNeitherWorks() {
    replace();
    kept.values().forEach(secret -> sandbox.registration().deleteSecret(secret.keyId()));
    clock.jump(TOKEN_LIFE);
    assertThatThrownBy(this::readAPage)
        .isInstanceOfSatisfying(
            GraphRefused.class,
            refused -> assertThat(refused.kind()).isEqualTo(RefusalKind.CREDENTIALS_REJECTED))
        .hasMessageContaining("AADSTS7000215");
  }

  private void replace() {
    version = 2;
    kept.put(2L, sandbox.registration().createSecret("next", Duration.ofDays(90)));
  }

  private void readAPage() throws Exception {
    try (InputStream page = connection.page(PAGE)) {
      assertThat(page.readAllBytes()).isNotEmpty();
    }
  }

  private final class Keys implements TenantSignIn.Keys {
    @Override
    public OpenedCredential present() {
      return new OpenedCredential(ClientSecret.of(kept.get(version).value()), version);
    }

    @Override
    public OpenedCredential kept(long wanted) {
      return kept.containsKey(wanted)
          ? new OpenedCredential(ClientSecret.of(kept.get(wanted).value()), wanted)
          : present();
    }

    @Override
    public long presentVersion() {
      return version;
    }
  }

  private static final class JumpingClock extends Clock {
    private Duration ahead = Duration.ZERO;

    void jump(Duration time) {
      ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
