/** The console's frame and its front pages. */
@NullMarked
package ai.chronom.m365.overview.web;

import org.jspecify.annotations.NullMarked;
