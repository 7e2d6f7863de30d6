package ai.chronom.m365.job;

import java.time.Duration;

/**
 * What is due and in nobody's hands.
 *
 * @param age of the one that waits longest; zero when there is none
 */
public record Backlog(long jobs, Duration age) {}
