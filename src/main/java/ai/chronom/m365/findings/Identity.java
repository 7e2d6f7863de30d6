package ai.chronom.m365.findings;

/**
 * What an account is for, and why we think so.
 *
 * @param looksProtected its name suggests an emergency or service account, which only the admin can
 *     confirm
 */
public record Identity(IdentityClass kind, String why, boolean looksProtected) {}
