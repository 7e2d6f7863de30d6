/**
 * Holds the sandbox's answers against Microsoft's own description of Graph, where it is at hand.
 */
@NullMarked
package ai.chronom.m365.sandbox.openapi;

import org.jspecify.annotations.NullMarked;
