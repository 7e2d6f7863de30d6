/** Plays the pages of the portal on which an administrator registers the app and consents. */
@NullMarked
package ai.chronom.m365.sandbox.portal;

import org.jspecify.annotations.NullMarked;
