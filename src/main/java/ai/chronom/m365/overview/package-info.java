/** A tenant's whole story in one place: where it stands and what to do next. */
@NullMarked
package ai.chronom.m365.overview;

import org.jspecify.annotations.NullMarked;
