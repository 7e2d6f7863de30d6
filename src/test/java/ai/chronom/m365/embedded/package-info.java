/**
 * The embedded run: one command that starts the product, its database and the sandbox on this
 * machine. {@code Launcher} prepares and watches; the product runs in a JVM of its own ({@code
 * server}), so that nothing of the tests is in its class path.
 */
package ai.chronom.m365.embedded;
