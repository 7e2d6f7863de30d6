package ai.chronom.m365.running;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What only a full server has: a mail session of its own, and a service that ops people restart.
 */
class FullServerIT {
  private static final String TEST_MAIL = "Chronom: this is a test";

  private final RunningServer server = RunningServer.shared();

  @Test
  void mailGoesThroughTheServersSession() throws Exception {
    assertThat(server.call("POST", "/api/v1/notifications/test/mail", "").statusCode())
        .isEqualTo(200);
    List<MimeMessage> mails =
        List.of(server.mailServer().getReceivedMessages()).stream()
            .filter(mail -> TEST_MAIL.equals(subject(mail)))
            .toList();
    assertThat(mails).hasSize(1);
    assertThat(mails.get(0).getFrom())
        .extracting(Object::toString)
        .containsExactly("chronom@example.com");
    assertThat(mails.get(0).getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ops@example.com");
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void serviceStopsInTimeAndComesBackWithItsData() {
    long before = auditEvents();
    server.restartService();
    assertThat(before).isPositive();
    assertThat(auditEvents()).isGreaterThanOrEqualTo(before);
  }

  private long auditEvents() {
    try (JsonReader answer =
        Json.createReader(new StringReader(server.get("/api/v1/audit?size=1").body()))) {
      return answer.readObject().getJsonNumber("total").longValue();
    }
  }
}
