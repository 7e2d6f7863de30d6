/** The rules, one class each: they read a snapshot and prices, nothing else. */
@NullMarked
package ai.chronom.m365.findings.rule;

import org.jspecify.annotations.NullMarked;
