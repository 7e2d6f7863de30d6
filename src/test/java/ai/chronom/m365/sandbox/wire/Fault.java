package ai.chronom.m365.sandbox.wire;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** What goes wrong in place of the right answer, or with it. */
public sealed interface Fault {

  /** Another answer, whatever the right one was. */
  record Answer(Reply reply) implements Fault {}

  /** The right answer, late. */
  record Delay(Duration pause) implements Fault {}

  /**
   * The connection closes after so many bytes of the body.
   *
   * @param chunked the body comes in chunks without a last one; else its length was announced
   */
  record Cut(int bytes, boolean chunked) implements Fault {
    public Cut(int bytes) {
      this(bytes, false);
    }
  }

  /** The right body, byte by byte with a pause after each. */
  record Dribble(Duration pause) implements Fault {}

  /** The connection closes without a word. */
  record Hangup() implements Fault {}

  /** The right answer with its body changed. */
  record Rewrite(UnaryOperator<String> change) implements Fault {}

  static Fault status(int status) {
    String code = status == 503 ? "serviceNotAvailable" : "generalException";
    String body =
        "{\"error\":{\"code\":\"" + code + "\",\"message\":\"The service is out of order.\"}}";
    return new Answer(Reply.text(status, "application/json", body));
  }

  /** Throttled as Graph throttles; the header may be missing, seconds or an HTTP date. */
  static Fault tooManyRequests(String retryAfter) {
    String body =
        "{\"error\":{\"code\":\"TooManyRequests\",\"innerError\":{\"code\":\"429\",\"status\":\"429\","
            + "\"message\":\"Please retry after\"},\"message\":\"Please retry again later.\"}}";
    Reply reply = Reply.text(429, "application/json", body);
    return new Answer(retryAfter.isEmpty() ? reply : reply.with("Retry-After", retryAfter));
  }

  static Fault junk(String body) {
    return new Answer(Reply.text(200, "text/html", body));
  }

  static Fault redirect(String location) {
    return new Answer(Reply.empty(302).with("Location", location));
  }

  /** As if the token had been revoked in the middle of the work. */
  static Fault invalidToken() {
    String body =
        "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token has expired or is not yet valid.\"}}";
    return new Answer(Reply.text(401, "application/json", body));
  }

  /** A page without objects that still has a next link, which is legal. */
  static Fault emptyPage() {
    return new Rewrite(
        body -> {
          int value = body.indexOf("\"value\":[");
          return value < 0 ? body : body.substring(0, value) + "\"value\":[]}";
        });
  }

  /** The next link leads elsewhere: to a foreign host, or back to a page seen before. */
  static Fault nextLink(String link) {
    return new Rewrite(
        body ->
            body.replaceFirst(
                "\"@odata.nextLink\":\"[^\"]*\"",
                java.util.regex.Matcher.quoteReplacement("\"@odata.nextLink\":\"" + link + "\"")));
  }
}
