package ai.chronom.m365.notification;

import ai.chronom.m365.graph.Posted;
import ai.chronom.m365.graph.Poster;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Posts to the configured webhook. */
final class WebhookSender implements Sender {
  /** Time-out, too early, too many: the same message may be welcome later. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private final WebhookAddress address;
  private final Poster poster;

  WebhookSender(WebhookAddress address, Poster poster) {
    this.address = address;
    this.poster = poster;
  }

  @Override
  public Attempt send(Notice notice) {
    String body =
        switch (address.format()) {
          case JSON -> WebhookBody.json(notice);
          case TEAMS -> WebhookBody.teams(notice);
        };
    Map<String, String> headers =
        Map.of("Idempotency-Key", notice.deliveryId(), "X-Chronom-Delivery", notice.deliveryId());
    return judge(poster.post(address.url(), body.getBytes(StandardCharsets.UTF_8), headers));
  }

  static Attempt judge(Posted posted) {
    if (posted instanceof Posted.Accepted) {
      return new Attempt.Accepted();
    }
    if (posted instanceof Posted.Refused refused) {
      String reason = "The webhook answered with status " + refused.status() + ".";
      boolean passing = refused.status() >= 500 || PASSING.contains(refused.status());
      return passing
          ? new Attempt.Postponed(reason, refused.retryAfter())
          : new Attempt.Rejected(reason);
    }
    return posted instanceof Posted.Unanswered unanswered
        ? new Attempt.Postponed(unanswered.reason(), null)
        : new Attempt.Rejected(((Posted.Impossible) posted).reason());
  }
}
