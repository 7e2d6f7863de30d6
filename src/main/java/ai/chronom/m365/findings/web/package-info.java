/** The doors to findings and to what the rules say of themselves. */
@NullMarked
package ai.chronom.m365.findings.web;

import org.jspecify.annotations.NullMarked;
