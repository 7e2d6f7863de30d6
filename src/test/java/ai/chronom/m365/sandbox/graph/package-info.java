/** Plays Microsoft Graph, strictly: who may open what, shapes, paging, errors. */
@NullMarked
package ai.chronom.m365.sandbox.graph;

import org.jspecify.annotations.NullMarked;
