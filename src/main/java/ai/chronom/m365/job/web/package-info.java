/** Tells the jobs that their server stops. */
@NullMarked
package ai.chronom.m365.job.web;

import org.jspecify.annotations.NullMarked;
