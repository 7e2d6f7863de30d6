/**
 * A Microsoft 365 tenant under our care: its ids, its cloud, where it stands, what happened to it.
 */
@NullMarked
package ai.chronom.m365.tenant;

import org.jspecify.annotations.NullMarked;
