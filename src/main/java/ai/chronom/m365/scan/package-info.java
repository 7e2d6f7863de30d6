/** A dated, immutable snapshot of a tenant's licenses and of their use. */
@NullMarked
package ai.chronom.m365.scan;

import org.jspecify.annotations.NullMarked;
