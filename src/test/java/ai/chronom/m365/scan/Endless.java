package ai.chronom.m365.scan;

import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Site;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of users that lead astray or change while they are read. */
final class Endless {
  private static final Pattern LINK = Pattern.compile("\"@odata.nextLink\":\"([^\"]*)\"");
  private static final String VALUE = "\"value\":[";

  private Endless() {}

  /** So many pages with nothing on them before the first, each under a link of its own. */
  static FaultRule emptyPages(int count) {
    AtomicInteger number = new AtomicInteger();
    AtomicReference<String> base = new AtomicReference<>();
    Fault empty =
        new Fault.Rewrite(
            body -> {
              String origin = base.updateAndGet(known -> known == null ? origin(body) : known);
              int page = number.incrementAndGet();
              // Small ones, which cost the sandbox little; the last one leads to the real first.
              String path =
                  page == count ? UsersCollection.PATH_WITH_SIGN_INS : "/v1.0/users?$top=1";
              return "{\"@odata.nextLink\":\""
                  + origin
                  + path
                  + "&n="
                  + page
                  + "\","
                  + VALUE
                  + "]}";
            });
    return FaultRule.on(Site.GRAPH, "/v1.0/users?*", empty).times(count);
  }

  private static String origin(String body) {
    Matcher link = LINK.matcher(body);
    if (!link.find()) {
      throw new IllegalStateException("a page that is not the last one expected");
    }
    return link.group(1).substring(0, link.group(1).indexOf("/v1.0/"));
  }

  /** Each page that it strikes leads to the first one. */
  static Fault selfLink(String graphUrl) {
    return Fault.nextLink(graphUrl + UsersCollection.PATH_WITH_SIGN_INS);
  }

  /** The first user of a page comes again on the page after it. */
  static Fault alsoOnTheNextPage() {
    AtomicReference<String> first = new AtomicReference<>("");
    return new Fault.Rewrite(
        body -> {
          int start = body.indexOf(VALUE) + VALUE.length();
          String user = object(body, start);
          String before = first.getAndSet(user);
          return before.isEmpty()
              ? body
              : body.substring(0, start) + before + "," + body.substring(start);
        });
  }

  static Fault withoutTheFirst() {
    return new Fault.Rewrite(
        body -> {
          int start = body.indexOf(VALUE) + VALUE.length();
          return body.substring(0, start)
              + body.substring(start + object(body, start).length() + 1);
        });
  }

  /** The object that begins there. */
  private static String object(String body, int start) {
    int depth = 0;
    boolean text = false;
    for (int i = start; i < body.length(); i++) {
      char c = body.charAt(i);
      if (text) {
        i += c == '\\' ? 1 : 0;
        text = c != '"';
      } else if (c == '"') {
        text = true;
      } else if (c == '{' || c == '}') {
        depth += c == '{' ? 1 : -1;
        if (depth == 0) {
          return body.substring(start, i + 1);
        }
      }
    }
    throw new IllegalStateException("an object expected");
  }
}
