package ai.chronom.m365.onboarding;

import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.Credential;
import ai.chronom.m365.verification.CandidateProof;
import ai.chronom.m365.verification.Proof;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entra with one answer to every candidate. */
class FakeEntra extends CandidateProof {
  private final Map<String, TenantId> domains = new HashMap<>();
  private Proof answer = new Proof.Unreachable("no answer was prepared");
  private Runnable whenAsked = () -> {};
  private int timesAsked;
  private @Nullable ApplicationId lastApplication;

  void answer(Proof proof) {
    answer = proof;
  }

  void owns(String domain, TenantId tenantId) {
    domains.put(domain, tenantId);
  }

  void whenAsked(Runnable deed) {
    whenAsked = deed;
  }

  int timesAsked() {
    return timesAsked;
  }

  @Nullable ApplicationId lastApplication() {
    return lastApplication;
  }

  @Override
  public Proof prove(
      Cloud cloud, TenantId tenantId, ApplicationId applicationId, Credential candidate) {
    timesAsked++;
    lastApplication = applicationId;
    whenAsked.run();
    return answer;
  }

  @Override
  public Optional<TenantId> tenantOf(Cloud cloud, String domain) {
    return Optional.ofNullable(domains.get(domain));
  }
}
