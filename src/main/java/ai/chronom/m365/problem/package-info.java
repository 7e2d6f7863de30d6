/** Failures that a user can act on: what was expected, what came, what to do. */
@NullMarked
package ai.chronom.m365.problem;

import org.jspecify.annotations.NullMarked;
