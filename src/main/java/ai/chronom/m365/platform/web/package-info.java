/** The house's front doors: login, tokens, health, metrics, and how trouble looks from outside. */
@NullMarked
package ai.chronom.m365.platform.web;

import org.jspecify.annotations.NullMarked;
