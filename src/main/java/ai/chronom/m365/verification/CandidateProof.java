package ai.chronom.m365.verification;

import ai.chronom.m365.graph.Graph;
import ai.chronom.m365.graph.TokenAnswer;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.ClientSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Proves a candidate secret with Entra before anything is stored. */
@ApplicationScoped
public class CandidateProof {
  @Inject Graph graph;

  /** Takes up to half a minute: call it outside of a transaction. */
  public Proof prove(
      Cloud cloud, TenantId tenantId, ApplicationId applicationId, ClientSecret secret) {
    return judge(graph.prove(cloud, tenantId, applicationId, secret));
  }

  static Proof judge(TokenAnswer answer) {
    if (answer instanceof TokenAnswer.Issued issued) {
      return new Proof.Accepted(issued.roles());
    }
    if (answer instanceof TokenAnswer.Refused refused) {
      return refused.error().isTransient()
          ? new Proof.Unreachable(refused.error().meaning() + " " + refused.error().remedy())
          : new Proof.Rejected(refused.error());
    }
    return new Proof.Unreachable(((TokenAnswer.Unreachable) answer).reason());
  }
}
