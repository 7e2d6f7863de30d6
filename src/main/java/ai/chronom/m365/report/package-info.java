/** What the findings add up to: savings, license needs, exports. */
@NullMarked
package ai.chronom.m365.report;

import org.jspecify.annotations.NullMarked;
