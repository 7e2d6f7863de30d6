package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.entra.AccessTokens;
import ai.chronom.m365.sandbox.wire.Call;
import java.util.List;
import java.util.Map;

/**
 * A permitted request on its way to its source.
 *
 * @param version of the URL; beta requests may be answered by v1.0 endpoints
 * @param ids the variable segments of the path, in order
 * @param parameters of the function in the path, quotes and all
 */
record Request(
    Call call,
    String version,
    Endpoint endpoint,
    List<String> ids,
    Map<String, String> parameters,
    Query query,
    AccessTokens.Grant grant) {

  String id() {
    return ids.get(ids.size() - 1);
  }

  boolean isEventual() {
    return call.header("consistencylevel").filter("eventual"::equalsIgnoreCase).isPresent();
  }
}
