package ai.chronom.m365.onboarding;

import ai.chronom.m365.vault.Credential;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential of a form, without mistakes that can be seen without asking anybody. */
public sealed interface CheckedCredential {
  record Given(Credential credential, @Nullable LocalDate expiresOn) implements CheckedCredential {}

  /** It is still in the vault. */
  record Waiting(UUID certificateId) implements CheckedCredential {}
}
