/** Seals and opens the client secret; the only room with cryptography. */
@NullMarked
package ai.chronom.m365.vault;

import org.jspecify.annotations.NullMarked;
