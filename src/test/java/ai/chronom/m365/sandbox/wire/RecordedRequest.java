package ai.chronom.m365.sandbox.wire;

import java.time.Instant;

/**
 * What the sandbox remembers of a request: never the credentials themselves, only whether they were
 * there.
 *
 * @param bodyHeldSecret the body carried a value that is, or was, a client secret of the app
 *     registration
 */
public record RecordedRequest(
    Instant at,
    Site site,
    String method,
    String path,
    String query,
    int status,
    boolean hadAuthorization,
    boolean bodyHeldSecret,
    String clientRequestId,
    String userAgent) {

  public boolean isWrite() {
    boolean batch = method.equals("POST") && path.endsWith("/$batch");
    return site == Site.GRAPH && !method.equals("GET") && !batch;
  }
}
