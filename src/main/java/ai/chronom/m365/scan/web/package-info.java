/** Doors to the scans: REST. */
@NullMarked
package ai.chronom.m365.scan.web;

import org.jspecify.annotations.NullMarked;
