/** The door to the audit trail. */
@NullMarked
package ai.chronom.m365.audit.web;

import org.jspecify.annotations.NullMarked;
