/** How REST speaks of a sealed secret; the vault itself has no door. */
@NullMarked
package ai.chronom.m365.vault.web;

import org.jspecify.annotations.NullMarked;
