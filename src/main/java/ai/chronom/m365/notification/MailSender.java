package ai.chronom.m365.notification;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends by the server's mail session. */
final class MailSender implements Sender {
  /** Where the session's owner set none: the defaults would wait for ever. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "connectiontimeout", "10000",
          "timeout", "20000",
          "writetimeout", "20000");

  private final MailAddressing addressing;
  private final Session session;

  MailSender(MailAddressing addressing, Session session) {
    this.addressing = addressing;
    this.session = limited(session);
  }

  @Override
  public Attempt send(Notice notice) {
    try {
      Transport.send(message(notice));
      return new Attempt.Accepted();
    } catch (SendFailedException e) {
      Address[] invalid = e.getInvalidAddresses();
      return invalid != null && invalid.length > 0
          ? new Attempt.Rejected("The mail server refuses a recipient: " + told(e))
          : new Attempt.Postponed("The mail server did not take it: " + told(e), null);
    } catch (MessagingException e) {
      return new Attempt.Postponed("The mail server cannot be used: " + told(e), null);
    }
  }

  private MimeMessage message(Notice notice) throws MessagingException {
    MimeMessage message = new Identified(session, notice.deliveryId());
    if (addressing.from() == null) {
      message.setFrom();
    } else {
      message.setFrom(addressing.from());
    }
    message.setRecipients(Message.RecipientType.TO, addressing.to().toArray(new Address[0]));
    message.setSubject(notice.subject(), "UTF-8");
    message.setSentDate(Date.from(notice.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Chronom-Delivery", notice.deliveryId());
    if (notice.urgent()) {
      message.setHeader("Importance", "high");
    }
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(MailText.plain(notice), "UTF-8", "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(MailText.html(notice), "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", plain, html));
    message.saveChanges();
    return message;
  }

  private static String told(MessagingException e) {
    return Notice.oneLine(String.valueOf(e.getMessage()));
  }

  /** A session of our own that knows what the server's knows; that one belongs to everybody. */
  private static Session limited(Session server) {
    Properties properties = new Properties();
    server
        .getProperties()
        .stringPropertyNames()
        .forEach(name -> properties.setProperty(name, server.getProperties().getProperty(name)));
    String protocol = properties.getProperty("mail.transport.protocol", "smtp");
    LIMITS.forEach((name, value) -> properties.putIfAbsent("mail." + protocol + "." + name, value));
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return server.requestPasswordAuthentication(
                getRequestingSite(),
                getRequestingPort(),
                getRequestingProtocol(),
                getRequestingPrompt(),
                getDefaultUserName());
          }
        });
  }

  /** Its id comes from the delivery, so that a second copy is known as one. */
  private static final class Identified extends MimeMessage {
    private final String deliveryId;

    Identified(Session session, String deliveryId) {
      super(session);
      this.deliveryId = deliveryId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + deliveryId + "@notification.chronom>");
    }
  }
}
