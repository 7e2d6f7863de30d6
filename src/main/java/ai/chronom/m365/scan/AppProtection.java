package ai.chronom.m365.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An app of an account that Intune protects, on a device that need not be enrolled. */
public record AppProtection(String registrationId, @Nullable Instant lastSync) {}
