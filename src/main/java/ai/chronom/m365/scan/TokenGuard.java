package ai.chronom.m365.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lets JSON pass as long as no text or number in it is huge: parsers hold each of them as a whole,
 * so that a small compressed answer could take a lot of memory.
 */
final class TokenGuard extends FilterInputStream {
  static final int MAX_BYTES = 1 << 20;

  private int sinceQuote;
  private byte before;

  TokenGuard(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      see(target, offset, count);
    }
    return count;
  }

  /**
   * Looks for the last quote, which is near the end in any answer worth reading. One behind a
   * backslash may be part of a text and doesn't count; another will come. Quotes and backslashes
   * are never part of another character in UTF-8.
   */
  private void see(byte[] bytes, int offset, int count) {
    int behind = 0;
    while (behind < count && !endsText(bytes, offset, count - 1 - behind)) {
      behind++;
    }
    sinceQuote = behind < count ? behind : sinceQuote + count;
    before = bytes[offset + count - 1];
    if (sinceQuote > MAX_BYTES) {
      throw new Unreadable(
          "Microsoft Graph's answer has a value of more than " + MAX_BYTES + " bytes.");
    }
  }

  private boolean endsText(byte[] bytes, int offset, int index) {
    byte previous = index == 0 ? before : bytes[offset + index - 1];
    return bytes[offset + index] == '"' && previous != '\\';
  }
}
