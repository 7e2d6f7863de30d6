package ai.chronom.m365.sandbox.wire;

/** The hosts that the sandbox plays, each on a port of its own. */
public enum Site {
  LOGIN,
  GRAPH,
  REPORTS,
  PORTAL
}
