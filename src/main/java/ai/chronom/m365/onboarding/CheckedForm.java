package ai.chronom.m365.onboarding;

import ai.chronom.m365.tenant.ApplicationId;
import ai.chronom.m365.tenant.Cloud;

/** A form without mistakes that can be seen without asking Entra. */
public record CheckedForm(
    String name,
    TenantReference tenant,
    ApplicationId applicationId,
    CheckedCredential credential,
    Cloud cloud) {}
