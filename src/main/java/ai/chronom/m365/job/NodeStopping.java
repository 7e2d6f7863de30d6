package ai.chronom.m365.job;

/** This node's jobs belong to others from now on: long work on them ends soon. */
public record NodeStopping() {}
