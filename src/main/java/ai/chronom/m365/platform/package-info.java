/** Plumbing: login, start-up, migrations, health, error pages. */
@NullMarked
package ai.chronom.m365.platform;

import org.jspecify.annotations.NullMarked;
