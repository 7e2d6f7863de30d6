/** Plays the usage reports: the redirect, the pre-authenticated download, the CSV. */
@NullMarked
package ai.chronom.m365.sandbox.report;

import org.jspecify.annotations.NullMarked;
