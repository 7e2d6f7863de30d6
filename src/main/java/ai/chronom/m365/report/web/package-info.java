/** The doors to savings, licenses and downloads. */
@NullMarked
package ai.chronom.m365.report.web;

import org.jspecify.annotations.NullMarked;
