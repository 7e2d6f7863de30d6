/**
 * What the rules found, what a finding lives through, and what it is worth without counting a seat
 * twice.
 */
@NullMarked
package ai.chronom.m365.findings;

import org.jspecify.annotations.NullMarked;
