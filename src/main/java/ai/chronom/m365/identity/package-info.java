/** Asks the identity provider of the house who somebody is, and believes only what is signed. */
@NullMarked
package ai.chronom.m365.identity;

import org.jspecify.annotations.NullMarked;
