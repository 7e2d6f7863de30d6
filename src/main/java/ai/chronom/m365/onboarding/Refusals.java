package ai.chronom.m365.onboarding;

import ai.chronom.m365.problem.FieldError;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.verification.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user reads when Entra did not accept a candidate. */
final class Refusals {
  private Refusals() {}

  /**
   * With Microsoft's code, its meaning and remedy, at the field that it concerns.
   *
   * @param credentialField the field that held the credential: a secret's, or a certificate's
   */
  static Problem of(Proof.Rejected rejected, String credentialField) {
    Optional<String> concerned =
        rejected
            .field()
            .map(field -> field.equals(CredentialForm.CLIENT_SECRET) ? credentialField : field);
    String sentence = rejected.meaning() + " " + rejected.remedy();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("aadsts", rejected.label());
    facts.put("meaning", rejected.meaning());
    facts.put("remedy", rejected.remedy());
    concerned.ifPresent(field -> facts.put("field", field));
    rejected.traceId().ifPresent(id -> facts.put("traceId", id));
    rejected.correlationId().ifPresent(id -> facts.put("correlationId", id));
    List<FieldError> errors =
        concerned.map(field -> List.of(new FieldError(field, sentence))).orElse(List.of());
    return new Problem(
        ProblemKind.CREDENTIALS_REJECTED, rejected.label() + ": " + sentence, errors, facts);
  }

  static Problem of(Proof.Unreachable unreachable) {
    return new Problem(
        ProblemKind.ENTRA_UNREACHABLE, unreachable.reason() + " Nothing was stored; try again.");
  }
}
