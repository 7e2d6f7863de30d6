package ai.chronom.m365.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an account last signed in (Graph {@code signInActivity}); null means Entra has no such date.
 *
 * @param lastSuccessful exists since 1 December 2023 and is not filled in for earlier sign-ins
 * @param lastInteractive counts failed attempts too
 * @param lastNonInteractive background refresh and scripts
 */
public record SignInActivity(
    @Nullable Instant lastSuccessful,
    @Nullable Instant lastInteractive,
    @Nullable Instant lastNonInteractive) {}
