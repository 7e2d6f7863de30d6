package ai.chronom.m365.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who gets mail, from whom, and through which mail session of the server.
 *
 * @param from null leaves it to the session
 * @param session its JNDI name
 */
public record MailAddressing(
    List<InternetAddress> to, @Nullable InternetAddress from, String session) {
  private static final String TO = "chronom.notifications.mail-to";
  private static final String FROM = "chronom.notifications.mail-from";
  private static final String SESSION = "chronom.notifications.mail-session";
  private static final int RECIPIENTS_MAX = 20;

  public MailAddressing {
    to = List.copyOf(to);
  }

  /** Throws {@link IllegalArgumentException} with one sentence that names the key. */
  static Optional<MailAddressing> of(
      Optional<String> to, Optional<String> from, Optional<String> session) {
    if (to.isEmpty()) {
      if (from.isPresent() || session.isPresent()) {
        throw new IllegalArgumentException(
            TO + " is missing: without it nobody gets the mail that the other keys describe.");
      }
      return Optional.empty();
    }
    if (session.isEmpty()) {
      throw new IllegalArgumentException(
          SESSION + " is missing: it names the server's mail session that sends to " + TO + ".");
    }
    List<InternetAddress> recipients = addresses(TO, to.get());
    if (recipients.isEmpty() || recipients.size() > RECIPIENTS_MAX) {
      throw new IllegalArgumentException(
          TO
              + " must hold 1 to "
              + RECIPIENTS_MAX
              + " addresses, "
              + recipients.size()
              + " given.");
    }
    List<InternetAddress> senders = from.map(text -> addresses(FROM, text)).orElse(List.of());
    if (senders.size() > 1) {
      throw new IllegalArgumentException(FROM + " must hold one address.");
    }
    return Optional.of(
        new MailAddressing(
            recipients, senders.isEmpty() ? null : senders.get(0), session.get().strip()));
  }

  private static List<InternetAddress> addresses(String key, String text) {
    try {
      InternetAddress[] found = InternetAddress.parse(text, true);
      for (InternetAddress address : found) {
        address.validate();
        if (!address.getAddress().contains("@")) {
          throw new AddressException("no domain");
        }
      }
      return Arrays.asList(found);
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          key + " must hold mail addresses, separated by commas, \"" + text + "\" given.", e);
    }
  }

  /** The recipients, as people read them. */
  String shown() {
    return to.stream().map(InternetAddress::getAddress).collect(Collectors.joining(", "));
  }
}
