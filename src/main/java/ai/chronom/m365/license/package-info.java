/** What Microsoft sells: SKUs, service plans, money and prices. */
@NullMarked
package ai.chronom.m365.license;

import org.jspecify.annotations.NullMarked;
