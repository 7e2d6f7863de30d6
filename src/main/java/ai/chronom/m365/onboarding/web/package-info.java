/** The doors to onboarding: REST for registrations and the guide, and the pages. */
@NullMarked
package ai.chronom.m365.onboarding.web;

import org.jspecify.annotations.NullMarked;
