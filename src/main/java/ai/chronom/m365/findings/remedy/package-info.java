/** How an admin carries a finding out: the steps by path, what would be lost, and a script. */
@NullMarked
package ai.chronom.m365.findings.remedy;

import org.jspecify.annotations.NullMarked;
