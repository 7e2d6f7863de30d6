package ai.chronom.m365.onboarding;

import ai.chronom.m365.vault.Credential;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential in clear that is to be proved and then sealed; the caller closes it.
 *
 * @param expiresOn a secret's last day; null when nobody told, and for certificates
 * @param waiting the generated certificate that it is; null for all others
 */
public record Candidate(
    Credential credential, @Nullable LocalDate expiresOn, @Nullable UUID waiting)
    implements AutoCloseable {
  @Override
  public void close() {
    credential.close();
  }
}
