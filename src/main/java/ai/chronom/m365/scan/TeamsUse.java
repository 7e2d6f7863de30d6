package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account did in Teams within 90 days (Graph {@code getTeamsUserActivityUserDetail}); null
 * means that the report does not say.
 *
 * @param messages in chats and channels
 * @param calls of any kind; whether calls to phone numbers are among them is not documented
 * @param otherAction something that no number counts
 */
public record TeamsUse(
    @Nullable LocalDate lastActive,
    @Nullable Long messages,
    @Nullable Long calls,
    @Nullable Long meetingsOrganized,
    @Nullable Long meetingsAttended,
    @Nullable Boolean otherAction) {}
