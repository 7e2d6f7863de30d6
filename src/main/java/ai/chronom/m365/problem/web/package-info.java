/** How pages tell the user what can be put right. */
@NullMarked
package ai.chronom.m365.problem.web;

import org.jspecify.annotations.NullMarked;
