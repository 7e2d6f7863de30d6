/** How REST speaks of a sealed secret, and the door to the master keys. */
@NullMarked
package ai.chronom.m365.vault.web;

import org.jspecify.annotations.NullMarked;
