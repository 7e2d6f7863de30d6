/** Speaks HTTP and TLS on the loopback, injects faults and remembers every request. */
@NullMarked
package ai.chronom.m365.sandbox.wire;

import org.jspecify.annotations.NullMarked;
