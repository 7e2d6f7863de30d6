/** From an empty form to a sealed secret and a verified tenant. */
@NullMarked
package ai.chronom.m365.onboarding;

import org.jspecify.annotations.NullMarked;
