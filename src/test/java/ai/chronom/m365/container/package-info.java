/** Support for tests that run inside the server, and those that concern no single room. */
package ai.chronom.m365.container;
