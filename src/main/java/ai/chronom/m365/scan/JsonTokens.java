package ai.chronom.m365.scan;

import java.io.InputStream;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The tokens of an answer in their order; what isn't JSON or is nested too deep ends them. */
final class JsonTokens {
  private static final JsonFactory PARSERS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(TokenGuard.MAX_BYTES).build())
          .build();
  private static final int DEPTH_MAX = 32;
  private static final int NUMBER_MAX_CHARS = 100;

  private final JsonParser parser;
  private int depth;

  /** Throws {@link Unreadable} when there is nothing to read. */
  JsonTokens(InputStream body) {
    try {
      parser = PARSERS.createParser(ObjectReadContext.empty(), new TokenGuard(body));
    } catch (JacksonException e) {
      throw broken();
    }
  }

  JsonToken next() {
    JsonToken token = token();
    if (token == null) {
      throw broken();
    }
    if (token.isStructStart()) {
      depth++;
    } else if (token.isStructEnd()) {
      depth--;
    }
    if (depth > DEPTH_MAX) {
      throw new Unreadable(
          "Microsoft Graph's answer is nested deeper than " + DEPTH_MAX + " levels.");
    }
    return token;
  }

  /** Null at the end. */
  private @Nullable JsonToken token() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw broken();
    }
  }

  /** Of the field that begins. */
  String name() {
    return parser.currentName();
  }

  /** The text or number that came last; the parser reads it only now. */
  String text() {
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw broken();
    }
  }

  /** Passes over the rest of what began with that token. */
  void passOver(JsonToken token) {
    if (!token.isStructStart()) {
      return;
    }
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** Throws when something follows the one value. */
  void requireEnd() {
    if (token() != null) {
      throw new Unreadable("Microsoft Graph's answer goes on behind its end.");
    }
  }

  /** False when it failed; what was read is complete already, so that costs nothing. */
  boolean close() {
    try {
      parser.close();
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Null when negative, no integer, or of more digits. */
  static @Nullable Integer count(String number, int maxDigits) {
    if (number.length() > NUMBER_MAX_CHARS) {
      return null;
    }
    try {
      BigDecimal exact = new BigDecimal(number);
      return exact.signum() >= 0 && (long) exact.precision() - exact.scale() <= maxDigits
          ? exact.intValueExact()
          : null;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /** Without its cause: a parser quotes what it reads. */
  private static Unreadable broken() {
    return new Unreadable("Microsoft Graph's answer ended early or is not JSON.");
  }
}
