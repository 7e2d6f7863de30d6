/** The doors to verifications: REST. */
@NullMarked
package ai.chronom.m365.verification.web;

import org.jspecify.annotations.NullMarked;
