/** Work that is due, and the node that owns it for now. */
@NullMarked
package ai.chronom.m365.job;

import org.jspecify.annotations.NullMarked;
