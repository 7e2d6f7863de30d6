package ai.chronom.m365.findings.rule;

import ai.chronom.m365.findings.Account;
import ai.chronom.m365.findings.Inquiry;
import ai.chronom.m365.findings.Threshold;
import ai.chronom.m365.scan.CollectionName;
import ai.chronom.m365.scan.Custodian;
import ai.chronom.m365.scan.Mailbox;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account's mailbox, as far as it decides on a license.
 *
 * @param exists whether there is one at all; a plan without a row in the report has none
 * @param known whether the report speaks of it
 * @param bytes null when the report does not say
 * @param archive null when the report does not say
 * @param hold whether something keeps its content: a large room for deleted items hints at a
 *     retention hold, an active custodian of an eDiscovery case proves one, and the admin may know
 *     of one for all
 */
record MailboxState(
    boolean exists, boolean known, @Nullable Long bytes, @Nullable Boolean archive, boolean hold) {
  static final long GIGABYTE = 1L << 30;
  private static final long FREE_BYTES = 50 * GIGABYTE;
  private static final long NEARLY_FULL_BYTES = 45 * GIGABYTE;
  private static final long HOLD_BYTES = 100 * GIGABYTE;

  static MailboxState of(Account account, Inquiry inquiry) {
    boolean plan = account.mailboxPlan();
    boolean read = inquiry.sources().known(CollectionName.REPORT_MAILBOXES);
    Mailbox mailbox = read ? account.traces().mailbox() : null;
    boolean maybe = mailbox != null || (plan && !read);
    boolean kept =
        (maybe && inquiry.thresholds().says(Threshold.RETENTION_FOR_ALL_MAILBOXES))
            || (inquiry.sources().known(CollectionName.CUSTODIANS)
                && account.traces().custodies().stream().anyMatch(Custodian::active));
    if (mailbox == null) {
      return new MailboxState(maybe, false, null, null, kept);
    }
    Long deleted = mailbox.deletedQuotaBytes();
    return new MailboxState(
        true,
        true,
        mailbox.usedBytes(),
        mailbox.archive(),
        kept || (deleted != null && deleted >= HOLD_BYTES));
  }

  /** Whether there is none, for sure: the report was read and has no row. */
  boolean absent() {
    return !exists;
  }

  /** Whether it may stay without any license, for sure. */
  boolean needsNothing() {
    return !hold
        && (!exists
            || (known && Boolean.FALSE.equals(archive) && bytes != null && bytes <= FREE_BYTES));
  }

  /** Whether its content would suffer without a license, for sure. */
  boolean needsPlan() {
    return hold || Boolean.TRUE.equals(archive) || atLeast(FREE_BYTES + 1);
  }

  boolean nearlyFull() {
    return atLeast(NEARLY_FULL_BYTES) && !atLeast(FREE_BYTES + 1);
  }

  boolean atLeast(long limit) {
    return bytes != null && bytes >= limit;
  }

  /** Why it needs a plan of its own, or what must be looked at first. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (hold) {
      warnings.add("Mailbox on hold: its content must stay.");
    }
    if (Boolean.TRUE.equals(archive)) {
      warnings.add("Mailbox with an archive, which needs a plan.");
    }
    if (atLeast(FREE_BYTES + 1)) {
      warnings.add("Mailbox above 50 GB, which needs a plan.");
    }
    if (bytes != null && nearlyFull()) {
      warnings.add("Mailbox of " + bytes / GIGABYTE + " GB: without a license it stops at 50 GB.");
    }
    if (exists && !known) {
      warnings.add("Mailbox: check for a hold, an archive and its size first.");
    } else if (exists && archive == null) {
      warnings.add("Mailbox: check for an archive first.");
    }
    return warnings;
  }
}
