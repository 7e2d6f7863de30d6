/**
 * What an administrator can change in the portal: app registration, consent, secrets and switches,
 * kept in a file.
 */
@NullMarked
package ai.chronom.m365.sandbox.registration;

import org.jspecify.annotations.NullMarked;
