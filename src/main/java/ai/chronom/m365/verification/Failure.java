package ai.chronom.m365.verification;

import ai.chronom.m365.graph.EntraError;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.Blade;
import ai.chronom.m365.tenant.PortalLinks;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a verification could not be carried out.
 *
 * @param code such as {@code AADSTS7000215}, or the slug of a problem of ours
 * @param slug a stable word for what is wrong
 * @param meaning in our words
 * @param remedy what to do; empty when waiting is enough
 * @param remedyLink where in the portal of the tenant's cloud; empty when not there
 * @param traceId for Microsoft's support; null when Entra was not the one who refused
 */
public record Failure(
    String code,
    String slug,
    String meaning,
    String remedy,
    String remedyLink,
    @Nullable String traceId,
    @Nullable String correlationId,
    @Nullable Instant timestamp) {
  /** Without anything to show to Microsoft's support. */
  static Failure of(String code, String meaning, String remedy) {
    return new Failure(code, code, meaning, remedy, "", null, null, null);
  }

  /** Nothing that Microsoft did: our vault, or a bug. */
  boolean isOurs() {
    return code.equals(ProblemKind.INCIDENT.slug())
        || code.equals(ProblemKind.VAULT_UNAVAILABLE.slug());
  }

  /**
   * @param links into the portal of the tenant's cloud
   */
  static Failure of(GraphRefused refused, Optional<PortalLinks> links) {
    return refused
        .entraError()
        .map(error -> of(error, links))
        .orElseGet(
            () ->
                of(
                    refused.code().orElse("unreachable"),
                    String.valueOf(refused.getMessage()),
                    "Nothing to click: the verification is tried again by itself."));
  }

  private static Failure of(EntraError error, Optional<PortalLinks> links) {
    Optional<Blade> blade = Optional.ofNullable(error.blade());
    return new Failure(
        error.label(),
        error.slug(),
        error.meaning(),
        error.remedy(),
        links.flatMap(found -> blade.map(found::to)).orElse(""),
        error.traceId(),
        error.correlationId(),
        error.timestamp());
  }
}
