/** The product. */
@NullMarked
package ai.chronom.m365;

import org.jspecify.annotations.NullMarked;
