package ai.chronom.m365.findings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to write numbers and texts into, and to read them from in the same order. */
final class PackedBytes {
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;
  private static final int NUMBER_BYTES_MAX = 5;

  private byte[] written = new byte[1_024];
  private int length;
  private byte[] source = written;
  private int at;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  void copyTo(byte[] target, int start) {
    System.arraycopy(written, 0, target, start, length);
  }

  void readFrom(byte[] bytes, int start) {
    source = bytes;
    at = start;
  }

  /**
   * In seven bits a byte, so that small ones are short.
   *
   * @param value at least 0
   */
  void number(int value) {
    room(NUMBER_BYTES_MAX);
    int rest = value;
    while (rest > SEVEN_BITS) {
      written[length++] = (byte) (rest & SEVEN_BITS | MORE);
      rest >>>= 7;
    }
    written[length++] = (byte) rest;
  }

  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = source[at++];
      value |= (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, written, length, utf8.length);
    length += utf8.length;
  }

  String text() {
    int bytes = number();
    at += bytes;
    return new String(source, at - bytes, bytes, StandardCharsets.UTF_8);
  }

  private void room(int more) {
    if (length + more > written.length) {
      written = Arrays.copyOf(written, Math.max(written.length * 2, length + more));
    }
  }
}
