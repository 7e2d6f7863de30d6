package ai.chronom.m365.verification;

import ai.chronom.m365.graph.Graph;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.TokenAnswer;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.vault.Credential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Proves a candidate credential with Entra before anything is stored. */
@ApplicationScoped
public class CandidateProof {
  @Inject Graph graph;

  /** Takes up to half a minute: call it outside of a transaction. */
  public Proof prove(
      Cloud cloud, TenantId tenantId, ApplicationId applicationId, Credential candidate) {
    return judge(graph.prove(cloud, tenantId, applicationId, candidate));
  }

  /**
   * Which tenant owns a domain; empty when none does. Throws a {@link Problem} of kind
   * entra-unreachable.
   */
  public Optional<TenantId> tenantOf(Cloud cloud, String domain) {
    try {
      return graph.resolveDomain(cloud, domain);
    } catch (GraphRefused e) {
      throw new Problem(ProblemKind.ENTRA_UNREACHABLE, String.valueOf(e.getMessage()));
    }
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
