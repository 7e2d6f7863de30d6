package ai.chronom.m365.overview;

import ai.chronom.m365.report.SavingsHeadline;
import ai.chronom.m365.scan.ScanView;
import ai.chronom.m365.tenant.Tenant;
import ai.chronom.m365.vault.SecretDescription;
import ai.chronom.m365.verification.VerificationHead;
import java.util.Optional;

/**
 * What there is to tell about one tenant now. Each part is empty until there is something to tell.
 *
 * @param verification the one asked for last, as far as it has come
 * @param scan the one asked for last, as far as it has come
 * @param savings of the latest snapshot that was evaluated
 */
public record TenantStory(
    Tenant tenant,
    Optional<SecretDescription> secret,
    Optional<VerificationHead> verification,
    Optional<ScanView> scan,
    Optional<SavingsHeadline> savings) {}
