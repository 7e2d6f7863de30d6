/** What pages about one tenant share. */
@NullMarked
package ai.chronom.m365.tenant.web;

import org.jspecify.annotations.NullMarked;
