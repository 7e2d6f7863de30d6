package ai.chronom.broken.onboarding;

/** Is looked at by a room that must not know it. */
public class Neighbor {}
