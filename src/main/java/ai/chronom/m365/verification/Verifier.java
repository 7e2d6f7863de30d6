package ai.chronom.m365.verification;

import ai.chronom.m365.graph.Graph;
import ai.chronom.m365.graph.GraphConnection;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.job.Claim;
import ai.chronom.m365.job.LeaseKeeper;
import ai.chronom.m365.job.LeaseLost;
import ai.chronom.m365.problem.Correlation;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.Clouds;
import ai.chronom.m365.tenant.PortalLinks;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.TenantStatus;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.vault.SecretDescription;
import ai.chronom.m365.vault.SecretPurpose;
import ai.chronom.m365.vault.Vault;
import io.micrometer.core.instrument.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Verifies one tenant under a claim, outside of any transaction, and never throws: whatever goes
 * wrong is written down as the verification's failure, unless the job has another owner by now.
 */
@ApplicationScoped
public class Verifier {
  private static final System.Logger LOG = System.getLogger(Verifier.class.getName());

  @Inject VerificationLog log;
  @Inject LeaseKeeper leases;
  @Inject Tenants tenants;
  @Inject Clouds clouds;
  @Inject Vault vault;
  @Inject Graph graph;
  @Inject VerificationConfig config;
  @Inject Clock clock;

  public void verify(Claim claim) {
    leases.keep(claim);
    try {
      VerificationLog.Begun begun = log.begin(claim);
      Correlation.enter("verification-" + begun.id());
      verify(claim, begun);
    } catch (LeaseLost e) {
      LOG.log(System.Logger.Level.INFO, e.getMessage());
    } catch (RuntimeException e) {
      // The lease ends by itself, and then the job is taken again.
      LOG.log(System.Logger.Level.ERROR, "A verification could not be written down", e);
    } finally {
      Correlation.enter(null);
      leases.letGo(claim);
    }
  }

  private void verify(Claim claim, VerificationLog.Begun begun) {
    try {
      VerificationFindings findings = examine(claim, begun);
      log.complete(claim, begun, findings, rhythm().afterSuccess(clock.instant()));
      counted(findings.tenantStatus().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    } catch (LeaseLost e) {
      throw e;
    } catch (GraphRefused e) {
      if (Thread.currentThread().isInterrupted()) {
        // The server stops: whoever takes the job over finds it unfinished.
        LOG.log(System.Logger.Level.INFO, "Stopped in the middle of verification " + begun.id());
        return;
      }
      Failure failure = Failure.of(e, links(claim.tenantId()));
      fail(claim, begun, failure, e.kind() == RefusalKind.CREDENTIALS_REJECTED);
    } catch (Problem e) {
      boolean ours = e.kind() == ProblemKind.VAULT_UNAVAILABLE;
      fail(claim, begun, Failure.of(e.kind().slug(), e.detail(), ""), !ours);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A verification broke off: " + begun.id(), e);
      fail(
          claim,
          begun,
          Failure.of(
              "incident",
              "Something went wrong on our side; the log of the server tells under " + begun.id(),
              ""),
          false);
    }
  }

  private VerificationFindings examine(Claim claim, VerificationLog.Begun begun) {
    Tenant tenant = tenants.find(claim.tenantId()).orElseThrow(() -> new LeaseLost(claim));
    GraphConnection connection =
        graph.connect(tenant, SecretPurpose.VERIFICATION, begun.requestedBy());
    Cloud cloud = clouds.find(tenant.cloudId()).orElseThrow();
    Optional<String> hint = vault.describe(tenant.id()).map(SecretDescription::hint);
    RegistrationExpectation expected =
        new RegistrationExpectation(
            config.registrationName(), config.redirectUri(), hint, clock.instant());
    return new Examination(connection, new PortalLinks(cloud, tenant.applicationId()), expected)
        .carryOut(verdicts -> log.judged(claim, begun, verdicts));
  }

  private Optional<PortalLinks> links(TenantId tenantId) {
    return tenants
        .find(tenantId)
        .flatMap(
            tenant ->
                clouds
                    .find(tenant.cloudId())
                    .map(cloud -> new PortalLinks(cloud, tenant.applicationId())));
  }

  private void fail(Claim claim, VerificationLog.Begun begun, Failure failure, boolean rejected) {
    Instant retryAt = rhythm().afterFailure(clock.instant(), claim.failures(), rejected);
    TenantStatus status = rejected ? TenantStatus.CREDENTIAL_FAILED : TenantStatus.UNREACHABLE;
    log.fail(claim, begun, failure, status, retryAt);
    counted(rejected ? "credentials-rejected" : "failed");
  }

  private static void counted(String outcome) {
    Metrics.counter("chronom.verifications", "outcome", outcome).increment();
  }

  private Rhythm rhythm() {
    return new Rhythm(config.interval(), () -> ThreadLocalRandom.current().nextDouble());
  }
}
