package ai.chronom.m365.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A client secret in clear, for as short as possible. It tells itself to nobody: {@link #reveal()}
 * is for the token request alone (the architecture test sees to it).
 */
public final class ClientSecret implements Credential {
  public static final int CHARS_MIN = 8;
  public static final int CHARS_MAX = 1_000;
  private static final int HINT_CHARS = 3;
  private static final Pattern GUID =
      Pattern.compile("[{]?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}[}]?");

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

  /** As somebody typed or pasted it: blanks and invisible characters around it don't count. */
  public static ClientSecret ofTyped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isInvisible(text.charAt(start))) {
      start++;
    }
    while (end > start && isInvisible(text.charAt(end - 1))) {
      end--;
    }
    return of(text.substring(start, end));
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

  /** Whether it can be a secret at all; tells nothing about what it is. */
  public SecretShape shape() {
    if (chars.length == 0) {
      return SecretShape.EMPTY;
    }
    if (chars.length > CHARS_MAX) {
      return SecretShape.TOO_LONG;
    }
    if (isMask()) {
      return SecretShape.MASK;
    }
    for (char c : chars) {
      if (isInvisible(c)) {
        return SecretShape.BROKEN_TEXT;
      }
    }
    if (chars.length < CHARS_MIN) {
      return SecretShape.TOO_SHORT;
    }
    return GUID.matcher(CharBuffer.wrap(chars)).matches()
        ? SecretShape.SECRET_ID
        : SecretShape.PLAUSIBLE;
  }

  /** At most the hint in clear, then only signs that hide something. */
  private boolean isMask() {
    int hidden = 0;
    for (int i = Math.min(HINT_CHARS, chars.length - 1); i < chars.length; i++) {
      if (chars[i] != '*' && chars[i] != '\u2022' && chars[i] != '\u25CF') {
        return false;
      }
      hidden++;
    }
    return hidden > 0;
  }

  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  @Override
  public CredentialKind kind() {
    return CredentialKind.CLIENT_SECRET;
  }

  /** The first three characters, as Entra's own list of secrets shows them. */
  @Override
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
