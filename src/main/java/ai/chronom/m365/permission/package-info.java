/** The fourteen Graph permissions that the guide asks for, and no others. */
@NullMarked
package ai.chronom.m365.permission;

import org.jspecify.annotations.NullMarked;
