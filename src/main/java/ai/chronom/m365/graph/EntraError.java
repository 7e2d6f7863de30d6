package ai.chronom.m365.graph;

import ai.chronom.m365.tenant.Blade;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why Entra issued no token: Microsoft's code, and what it means to the person who onboards.
 *
 * @param code the number after {@code AADSTS}; 0 when Entra gave none
 * @param error OAuth's word, such as {@code invalid_client}
 * @param slug a stable word for what is wrong, such as {@code secret-expired}; several codes may
 *     share it
 * @param meaning in our words
 * @param remedy what to click or to check
 * @param formField the value of the onboarding form that it concerns ({@code tenantId}, {@code
 *     applicationId}, {@code clientSecret}, {@code cloud}); null when none
 * @param blade the portal's page where it is put right; null when it is not put right there
 * @param isTransient Entra's own trouble, no rejection of the credentials
 * @param traceId for Microsoft's support; null when absent
 * @param correlationId for Microsoft's support; null when absent
 * @param timestamp by Entra's clock; null when absent
 */
public record EntraError(
    int code,
    String error,
    String slug,
    String meaning,
    String remedy,
    @Nullable String formField,
    @Nullable Blade blade,
    boolean isTransient,
    @Nullable String traceId,
    @Nullable String correlationId,
    @Nullable Instant timestamp) {
  /** Such as {@code AADSTS7000215}; OAuth's word when Entra gave no code. */
  public String label() {
    return code == 0 ? error : "AADSTS" + code;
  }

  /** The value of the onboarding form that it concerns. */
  public Optional<String> field() {
    return Optional.ofNullable(formField);
  }
}
