package ai.chronom.m365.notification;

import java.util.Optional;

/** Where people are told, as configured. */
public record Channels(Optional<MailAddressing> mail, Optional<WebhookAddress> webhook) {
  /** Whom that channel reaches, fit to be shown; empty when it is not configured. */
  public Optional<String> target(Channel channel) {
    return switch (channel) {
      case MAIL -> mail.map(MailAddressing::shown);
      case WEBHOOK -> webhook.map(WebhookAddress::shown);
    };
  }
}
