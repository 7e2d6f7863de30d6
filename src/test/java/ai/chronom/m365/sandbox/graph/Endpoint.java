package ai.chronom.m365.sandbox.graph;

import java.util.List;

/**
 * A path of Graph as the facts have it.
 *
 * @param version {@code v1.0} or {@code beta}
 * @param template with {} for ids and (period) for a function's first parameter
 * @param type entity type of the answer; - for files and open shapes
 * @param roles any one of them opens it; nobody's when Microsoft offers no application role
 */
public record Endpoint(
    String version, String template, Kind kind, String type, List<String> roles) {

  /** What comes back. */
  public enum Kind {
    LIST,
    ONE,
    REPORT,
    OPEN
  }

  /** Last segment of the path: what the answer's context calls the collection. */
  String name() {
    return template.substring(template.lastIndexOf('/') + 1);
  }
}
