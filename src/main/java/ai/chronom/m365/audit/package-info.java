/** Who did what to which tenant, and when; append-only. */
@NullMarked
package ai.chronom.m365.audit;

import org.jspecify.annotations.NullMarked;
