package ai.chronom.m365.sandbox.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How an endpoint pages.
 *
 * @param strict a larger $top is an error; else it is cut to the maximum
 */
record Paging(int standard, int maximum, boolean strict) {
  static final Paging DIRECTORY = new Paging(100, 999, true);
  static final Paging SIGN_IN_ACTIVITY = new Paging(100, 500, false);
  static final Paging LOGS = new Paging(1000, 1000, false);
  static final Paging ALL = new Paging(1000, 1000, false);

  int size(Query query) {
    int top = query.top().orElse(standard);
    if (top < 1 || strict && top > maximum) {
      throw GraphRefusal.unsupportedQuery(
          "Invalid page size specified: '"
              + top
              + "'. Must be between 1 and "
              + maximum
              + " inclusive.");
    }
    return Math.min(top, maximum);
  }

  /** Where a page starts, as the opaque token says that the last one ended. */
  static int start(Query query) {
    if (query.has("$skip")) {
      throw GraphRefusal.unsupportedQuery("'$skip' is not supported by the service.");
    }
    return query.option("$skiptoken").map(Paging::position).orElse(0);
  }

  static String token(int position) {
    byte[] text = ("m~page:" + position + ":c0n7050").getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static int position(String token) {
    try {
      String[] part =
          new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(":");
      return Integer.parseInt(part[1]);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new GraphRefusal(
          400,
          "Directory_ExpiredPageToken",
          "The specified page token value has expired and can no longer be included in your request.");
    }
  }
}
