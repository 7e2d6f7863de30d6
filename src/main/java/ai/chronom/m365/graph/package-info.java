/**
 * Our end of Entra and Microsoft Graph: tokens, paging, throttling, translation; the only room with
 * HTTP.
 */
@NullMarked
package ai.chronom.m365.graph;

import org.jspecify.annotations.NullMarked;
