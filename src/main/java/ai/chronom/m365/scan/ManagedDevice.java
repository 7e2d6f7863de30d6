package ai.chronom.m365.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device of an account under Intune's management.
 *
 * @param agent who manages it, such as {@code mdm} or {@code configurationManagerClientMdm}
 */
public record ManagedDevice(
    String id,
    @Nullable String operatingSystem,
    @Nullable String agent,
    @Nullable Instant lastSync) {}
