package ai.chronom.m365.notification;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys {@code chronom.notifications.*}; a bad one stops the start. */
@Singleton
@Startup
@Lock(LockType.READ)
public class NotificationConfig {
  @Inject
  @ConfigProperty(name = "chronom.notifications.mail-to")
  Optional<String> mailTo;

  @Inject
  @ConfigProperty(name = "chronom.notifications.mail-from")
  Optional<String> mailFrom;

  @Inject
  @ConfigProperty(name = "chronom.notifications.mail-session")
  Optional<String> mailSession;

  @Inject
  @ConfigProperty(name = "chronom.notifications.webhook-url")
  Optional<String> webhookUrl;

  @Inject
  @ConfigProperty(name = "chronom.notifications.webhook-format", defaultValue = "json")
  String webhookFormat;

  @Inject
  @ConfigProperty(name = "chronom.embedded", defaultValue = "false")
  boolean embedded;

  @SuppressWarnings("NullAway.Init")
  private Channels channels;

  @PostConstruct
  void read() {
    channels =
        new Channels(
            MailAddressing.of(mailTo, mailFrom, mailSession),
            WebhookAddress.of(webhookUrl, webhookFormat, embedded));
  }

  @Produces
  @Dependent
  public Channels channels() {
    return channels;
  }
}
