package ai.chronom.m365.notification;

import ai.chronom.m365.graph.Poster;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sends what is due, one try at a time, on a bounded number of the server's threads; nothing here
 * runs in a transaction.
 */
@ApplicationScoped
public class Dispatch {
  private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

  /** One slow channel does not hold up the other. */
  private static final int WORKERS = 2;

  @Resource ManagedExecutorService executor;

  @Inject Outbox outbox;
  @Inject Notifications notifications;
  @Inject Channels channels;
  @Inject Poster poster;
  @Inject Clock clock;
  @Inject MeterRegistry meters;

  private final Semaphore free = new Semaphore(WORKERS);

  /** Don't wait for the timer. */
  void hurry(
      @Observes(during = TransactionPhase.AFTER_SUCCESS)
          ai.chronom.m365.verification.DriftFound event) {
    wake();
  }

  /** Returns at once; a worker looks for what is due, unless all are busy doing so. */
  public void wake() {
    if (!free.tryAcquire()) {
      return;
    }
    try {
      executor.execute(this::work);
    } catch (RejectedExecutionException e) {
      free.release();
      LOG.log(System.Logger.Level.WARNING, "No thread for notifications", e);
    }
  }

  private void work() {
    try {
      for (Optional<Parcel> parcel = outbox.claim(); parcel.isPresent(); parcel = outbox.claim()) {
        wake();
        deliver(parcel.get());
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Due notifications could not be sent", e);
    } finally {
      free.release();
    }
  }

  private void deliver(Parcel parcel) {
    Optional<Notice> notice = outbox.open(parcel);
    if (notice.isPresent()) {
      writeDown(parcel, send(parcel.channel(), notice.get()));
    }
  }

  /** At once and once, while somebody waits. */
  public Attempt test(Channel channel, String target) {
    Parcel parcel = outbox.addTest(channel, target);
    Attempt attempt =
        outbox
            .open(parcel)
            .map(notice -> send(channel, notice))
            .orElseGet(() -> new Attempt.Rejected("It was removed meanwhile."));
    if (attempt instanceof Attempt.Postponed postponed) {
      // Nobody waits for a test any more when it comes tomorrow.
      attempt = new Attempt.Rejected(postponed.reason());
    }
    writeDown(parcel, attempt);
    return attempt;
  }

  private Attempt send(Channel channel, Notice notice) {
    try {
      return sender(channel)
          .map(sender -> sender.send(notice))
          .orElseGet(() -> new Attempt.Rejected("This channel is no longer configured."));
    } catch (NamingException e) {
      return new Attempt.Postponed(
          "The server has no mail session of the name that chronom.notifications.mail-session"
              + " gives.",
          null);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A notification could not be put together", e);
      return new Attempt.Postponed("Something went wrong on our side; the log tells.", null);
    }
  }

  private Optional<Sender> sender(Channel channel) throws NamingException {
    if (channel == Channel.WEBHOOK) {
      return channels.webhook().map(address -> new WebhookSender(address, poster));
    }
    if (channels.mail().isEmpty()) {
      return Optional.empty();
    }
    MailAddressing addressing = channels.mail().get();
    Object found = new InitialContext().lookup(addressing.session());
    if (!(found instanceof Session session)) {
      throw new NamingException("no mail session");
    }
    return Optional.of(new MailSender(addressing, session));
  }

  private void writeDown(Parcel parcel, Attempt attempt) {
    String outcome;
    if (attempt instanceof Attempt.Accepted) {
      outbox.sent(parcel);
      outcome = "sent";
    } else if (attempt instanceof Attempt.Postponed postponed) {
      outcome = postpone(parcel, postponed);
    } else {
      fail(parcel, ((Attempt.Rejected) attempt).reason());
      outcome = "failed";
    }
    meters
        .counter("chronom.notifications", "channel", parcel.channel().word(), "outcome", outcome)
        .increment();
  }

  private String postpone(Parcel parcel, Attempt.Postponed postponed) {
    Instant now = clock.instant();
    Optional<Instant> due =
        new Retries(() -> ThreadLocalRandom.current().nextDouble())
            .next(parcel.attempts() + 1, postponed.asked(), now, parcel.giveUpAt());
    if (due.isEmpty()) {
      fail(parcel, postponed.reason());
      return "failed";
    }
    outbox.postponed(
        parcel, postponed.reason(), notifications.rule().earliest(due.get(), parcel.urgent()));
    return "postponed";
  }

  private void fail(Parcel parcel, String reason) {
    outbox.failed(parcel, reason);
    LOG.log(
        System.Logger.Level.WARNING,
        "Notification {0} was given up by {1}: {2}",
        parcel.deliveryId(),
        parcel.channel().word(),
        reason);
  }
}
