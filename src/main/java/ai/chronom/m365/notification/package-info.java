/** Tells people what changed about their tenants: once per change, by mail and by webhook. */
@NullMarked
package ai.chronom.m365.notification;

import org.jspecify.annotations.NullMarked;
