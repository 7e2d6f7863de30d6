package ai.chronom.m365.scan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account's mailbox (Graph {@code getMailboxUsageDetail}); null means that the report does not
 * say.
 *
 * @param lastActive when somebody last read or sent; mere delivery does not count
 * @param quotaBytes where sending and receiving stop
 * @param deletedQuotaBytes room for deleted items; 100 GiB and more hint at a hold
 * @param archive whether it has an archive mailbox
 * @param recipientType such as {@code UserMailbox}; a column that only some tenants have
 */
public record Mailbox(
    @Nullable LocalDate lastActive,
    @Nullable Long usedBytes,
    @Nullable Long quotaBytes,
    @Nullable Long deletedQuotaBytes,
    @Nullable Boolean archive,
    @Nullable String recipientType) {}
