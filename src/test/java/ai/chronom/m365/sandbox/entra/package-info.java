/** Plays the login host: OIDC discovery, the token endpoint with its errors, access tokens. */
@NullMarked
package ai.chronom.m365.sandbox.entra;

import org.jspecify.annotations.NullMarked;
