package ai.chronom.m365.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from the identity provider, or from somebody else. Each parameter
 * counts only when it comes once.
 */
public final class Answer {
  private static final int CODE_MAX_CHARS = 4096;
  private static final int WORD_MAX_CHARS = 60;

  private final Map<String, String[]> parameters;

  /**
   * @param parameters of the request, as the servlet has them
   */
  public Answer(Map<String, String[]> parameters) {
    this.parameters = Map.copyOf(parameters);
  }

  /** Which attempt it claims to answer. */
  public Optional<String> state() {
    return single("state");
  }

  Optional<String> code() {
    return single("code").filter(code -> !code.isEmpty() && code.length() <= CODE_MAX_CHARS);
  }

  Optional<String> error() {
    return parameters.containsKey("error")
        ? Optional.of(word(single("error").orElse("")))
        : Optional.empty();
  }

  /** RFC 9207: keeps answers of two providers apart. */
  boolean isFrom(String issuer, boolean mustSay) {
    return parameters.containsKey("iss")
        ? single("iss").filter(issuer::equals).isPresent()
        : !mustSay;
  }

  private Optional<String> single(String name) {
    String[] values = parameters.get(name);
    return values == null || values.length != 1 ? Optional.empty() : Optional.of(values[0]);
  }

  /** An error's code, harmless in a log whoever wrote it. */
  static String word(@Nullable String text) {
    String word = text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]", "");
    return word.substring(0, Math.min(word.length(), WORD_MAX_CHARS));
  }
}
