/** The door to the price book. */
@NullMarked
package ai.chronom.m365.license.web;

import org.jspecify.annotations.NullMarked;
