package ai.chronom.m365.scan;

/**
 * An administrator's role that an account holds now; eligible ones are not among them.
 *
 * @param templateId Microsoft's id, the same in every tenant
 */
public record DirectoryRole(String templateId, String name) {}
