/** Proves that a secret works and that every permission is configured, consented and effective. */
@NullMarked
package ai.chronom.m365.verification;

import org.jspecify.annotations.NullMarked;
