/** The JVM of the embedded server: Payara, a JDBC driver and this package, nothing else. */
package ai.chronom.m365.embedded.server;
