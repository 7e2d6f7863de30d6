/** Measures what the product costs; numbers of one machine at one time. */
package ai.chronom.m365.bench;
