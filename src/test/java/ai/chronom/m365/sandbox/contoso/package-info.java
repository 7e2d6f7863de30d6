/** The invented company, generated person by person, and the truth about what was planted. */
@NullMarked
package ai.chronom.m365.sandbox.contoso;

import org.jspecify.annotations.NullMarked;
