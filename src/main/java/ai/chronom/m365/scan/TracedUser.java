package ai.chronom.m365.scan;

/** An account with what the services know of it. */
public record TracedUser(ScannedUser user, UserTraces traces) {}
