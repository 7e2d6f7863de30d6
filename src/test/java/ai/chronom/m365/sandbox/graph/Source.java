package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.wire.Reply;

/** Answers the requests of one endpoint. */
@FunctionalInterface
interface Source {
  Reply answer(Request request);
}
