package ai.chronom.m365.verification;

import ai.chronom.m365.graph.EntraError;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.problem.ProblemKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a verification could not be carried out.
 *
 * @param code such as {@code AADSTS7000215}, or the slug of a problem of ours
 * @param meaning in our words
 * @param remedy what to do; empty when waiting is enough
 * @param traceId for Microsoft's support; null when Entra was not the one who refused
 */
public record Failure(
    String code,
    String meaning,
    String remedy,
    @Nullable String traceId,
    @Nullable String correlationId,
    @Nullable Instant timestamp) {
  /** Without anything to show to Microsoft's support. */
  static Failure of(String code, String meaning, String remedy) {
    return new Failure(code, meaning, remedy, null, null, null);
  }

  /** Nothing that Microsoft did: our vault, or a bug. */
  boolean isOurs() {
    return code.equals(ProblemKind.INCIDENT.slug())
        || code.equals(ProblemKind.VAULT_UNAVAILABLE.slug());
  }

  static Failure of(GraphRefused refused) {
    return refused
        .entraError()
        .map(Failure::of)
        .orElseGet(
            () ->
                of(
                    refused.code().orElse("unreachable"),
                    String.valueOf(refused.getMessage()),
                    "Nothing to click: the verification is tried again by itself."));
  }

  private static Failure of(EntraError error) {
    return new Failure(
        error.label(),
        error.meaning(),
        error.remedy(),
        error.traceId(),
        error.correlationId(),
        error.timestamp());
  }
}
