package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The mail of an account within 90 days (Graph {@code getEmailActivityUserDetail}); null means that
 * the report does not say.
 */
public record MailUse(
    @Nullable LocalDate lastActive,
    @Nullable Long sent,
    @Nullable Long received,
    @Nullable Long read) {}
