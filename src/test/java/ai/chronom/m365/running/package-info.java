/**
 * Support for tests that use the product from outside: the real launcher with a server and a
 * sandbox of its own, and a real browser.
 */
package ai.chronom.m365.running;
