package ai.chronom.m365.notification;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a webhook listens. The address may carry its own permission to post, so only the host is
 * ever shown.
 */
public record WebhookAddress(URI url, WebhookFormat format) {
  private static final String KEY = "chronom.notifications.webhook-url";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Throws {@link IllegalArgumentException} with one sentence that names the key, never its value.
   *
   * @param embedded plain HTTP is allowed to this machine itself
   */
  static Optional<WebhookAddress> of(Optional<String> url, String format, boolean embedded) {
    WebhookFormat wanted = format(format);
    return url.map(text -> new WebhookAddress(checked(text.strip(), embedded), wanted));
  }

  private static URI checked(String text, boolean embedded) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      // Without the cause: its message holds the address.
      throw refused();
    }
    boolean local =
        embedded
            && "http".equals(uri.getScheme())
            && LOOPBACK.contains(String.valueOf(uri.getHost()));
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || !(local || "https".equals(uri.getScheme()))) {
      throw refused();
    }
    return uri;
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        KEY + " must be an https:// address without user and fragment; another one is given.");
  }

  private static WebhookFormat format(String text) {
    return Arrays.stream(WebhookFormat.values())
        .filter(format -> format.word().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "chronom.notifications.webhook-format must be "
                        + Arrays.stream(WebhookFormat.values())
                            .map(WebhookFormat::word)
                            .collect(Collectors.joining(" or "))
                        + ", \""
                        + text
                        + "\" given."));
  }

  /** The host alone. */
  String shown() {
    return url.getHost();
  }

  /** Without path and query, which may carry a signature. */
  @Override
  public String toString() {
    return "WebhookAddress[" + shown() + ", " + format + "]";
  }
}
