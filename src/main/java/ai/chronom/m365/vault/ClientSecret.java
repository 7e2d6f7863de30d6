package ai.chronom.m365.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A client secret in clear, for as short as possible. It tells itself to nobody: {@link #reveal()}
 * is for the token request alone (the architecture test sees to it).
 */
public final class ClientSecret implements AutoCloseable {
  private static final int HINT_CHARS = 3;

  private final char[] chars;

  private ClientSecret(char[] chars) {
    this.chars = chars;
  }

  /** Copies; the caller wipes its own array. */
  public static ClientSecret of(char[] chars) {
    return new ClientSecret(chars.clone());
  }

  public static ClientSecret of(String text) {
    return new ClientSecret(text.toCharArray());
  }

  static ClientSecret ofUtf8(byte[] utf8) {
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
    char[] chars = new char[decoded.remaining()];
    decoded.get(chars);
    Arrays.fill(decoded.array(), '\0');
    return new ClientSecret(chars);
  }

  /** In clear, for the request to Entra; only room {@code graph} may call this. */
  public String reveal() {
    return new String(chars);
  }

  /** The caller wipes it. */
  byte[] utf8() {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
    byte[] utf8 = new byte[encoded.remaining()];
    encoded.get(utf8);
    Arrays.fill(encoded.array(), (byte) 0);
    return utf8;
  }

  /** The first three characters, as Entra's own list of secrets shows them. */
  public String hint() {
    return new String(chars, 0, Math.min(HINT_CHARS, chars.length));
  }

  /** In characters. */
  public int length() {
    return chars.length;
  }

  /** Overwrites it; from here on there is nothing left to reveal. */
  @Override
  public void close() {
    Arrays.fill(chars, '\0');
  }

  @Override
  public String toString() {
    return "ClientSecret[***]";
  }
}
