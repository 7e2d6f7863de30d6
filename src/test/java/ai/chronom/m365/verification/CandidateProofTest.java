package ai.chronom.m365.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.graph.EntraError;
import ai.chronom.m365.graph.TokenAnswer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidateProofTest {
  @Test
  void tokenIsAProofEvenWithoutRoles() {
    assertThat(CandidateProof.judge(new TokenAnswer.Issued(Set.of())))
        .isEqualTo(new Proof.Accepted(Set.of()));
  }

  @Test
  void refusalIsARejection() {
    EntraError error = error(false);
    assertThat(CandidateProof.judge(new TokenAnswer.Refused(error)))
        .isEqualTo(new Proof.Rejected(error));
  }

  @Test
  void entrasOwnTroubleIsNoRejection() {
    assertThat(CandidateProof.judge(new TokenAnswer.Refused(error(true))))
        .isEqualTo(new Proof.Unreachable("Meaning. Remedy."));
  }

  @Test
  void silenceIsNoRejection() {
    assertThat(CandidateProof.judge(new TokenAnswer.Unreachable("why")))
        .isEqualTo(new Proof.Unreachable("why"));
  }

  private static EntraError error(boolean isTransient) {
    return new EntraError(
        1, "error", "slug", "Meaning.", "Remedy.", null, null, isTransient, null, null, null);
  }
}
