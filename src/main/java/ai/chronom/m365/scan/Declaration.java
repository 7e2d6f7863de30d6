package ai.chronom.m365.scan;

import ai.chronom.m365.graph.Quota;
import ai.chronom.m365.permission.GraphPermission;

/**
 * What a collection says of itself: pages, REST and the scan all go by it.
 *
 * @param permission of the guide or optional; without it nothing is asked
 * @param request where it begins
 * @param feeds what its data is read for, in one sentence
 * @param table whose rows it brings
 */
record Declaration(
    CollectionName name, GraphPermission permission, String request, String feeds, String table) {
  /** Microsoft's limit that its requests count against. */
  Quota limit() {
    return Quota.of(request);
  }

  /** Whether Microsoft may change it without notice. */
  boolean preview() {
    return request.startsWith("/beta/");
  }
}
