package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account's OneDrive (Graph {@code getOneDriveUsageAccountDetail}); null means that the report
 * does not say.
 */
public record OneDrive(
    @Nullable LocalDate lastActive,
    @Nullable Long usedBytes,
    @Nullable Long allocatedBytes,
    @Nullable Long files) {}
