package ai.chronom.m365.permission;

import java.util.UUID;

/**
 * One permission of Microsoft Graph that the guide asks for.
 *
 * @param name as the guide writes it
 * @param graphRole Microsoft's name of the application role or delegated scope; differs from the
 *     name only where the guide uses a name that Microsoft knows for the delegated scope alone
 * @param roleId Microsoft's id of it, the same in every tenant
 * @param category the group under which the portal lists it
 * @param purpose why we ask, in one sentence
 * @param adminConsentRequired whether Microsoft lets only an admin consent
 */
public record GraphPermission(
    String name,
    String graphRole,
    PermissionType type,
    UUID roleId,
    String category,
    String purpose,
    boolean adminConsentRequired) {}
