/**
 * Stands in for Entra ID and Microsoft Graph on the loopback, with a small company to look at. It
 * knows nothing of the product, so that it cannot share its mistakes.
 */
@NullMarked
package ai.chronom.m365.sandbox;

import org.jspecify.annotations.NullMarked;
