/** The fourteen Graph permissions that the guide asks for, and the few used when granted anyway. */
@NullMarked
package ai.chronom.m365.permission;

import org.jspecify.annotations.NullMarked;
