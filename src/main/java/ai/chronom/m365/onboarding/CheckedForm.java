package ai.chronom.m365.onboarding;

import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;
import ai.chronom.m365.vault.ClientSecret;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A form without mistakes that can be seen without asking Entra. */
public record CheckedForm(
    String name,
    TenantReference tenant,
    ApplicationId applicationId,
    ClientSecret secret,
    Cloud cloud,
    @Nullable LocalDate secretExpiresOn) {}
