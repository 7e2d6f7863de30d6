package ai.chronom.m365.scan;

import java.nio.charset.StandardCharsets;

/**
 * Finds a page's next link near the end of its bytes, as a download without a parser would: Graph
 * writes it in front of the list or behind it, so both ends are kept.
 */
final class NextLinkFinder {
  private static final String KEY = "\"@odata.nextLink\":\"";
  private static final int KEPT_BYTES = 8 * 1024;

  private final StringBuilder head = new StringBuilder();
  private byte[] tail = new byte[0];

  void see(byte[] buffer, int length) {
    if (head.length() < KEPT_BYTES) {
      head.append(
          new String(
              buffer,
              0,
              Math.min(length, KEPT_BYTES - head.length()),
              StandardCharsets.ISO_8859_1));
    }
    byte[] both = new byte[Math.min(KEPT_BYTES, tail.length + length)];
    int fromBuffer = Math.min(length, both.length);
    System.arraycopy(buffer, length - fromBuffer, both, both.length - fromBuffer, fromBuffer);
    int fromTail = both.length - fromBuffer;
    System.arraycopy(tail, tail.length - fromTail, both, 0, fromTail);
    tail = both;
  }

  /** Null when there is none. */
  String link() {
    String found = link(head.toString());
    return found != null ? found : link(new String(tail, StandardCharsets.ISO_8859_1));
  }

  private static String link(String text) {
    int at = text.indexOf(KEY);
    if (at < 0) {
      return null;
    }
    int start = at + KEY.length();
    return text.substring(start, text.indexOf('"', start)).replace("\\/", "/");
  }
}
