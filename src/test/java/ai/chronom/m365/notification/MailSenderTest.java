package ai.chronom.m365.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server. */
class MailSenderTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void arrivesAsTextAndHtmlWithAnIdOfItsOwn() throws Exception {
    Notice notice =
        SampleNotices.notice(
            "Contoso", "https://chronom.example.com/tenants/1", SampleNotices.lost());
    assertThat(sender().send(notice)).isEqualTo(new Attempt.Accepted());
    MimeMessage arrived = server.getReceivedMessages()[0];
    assertThat(arrived.getSubject())
        .isEqualTo(
            "Chronom: Contoso: Reports.Read.All is no longer granted: its admin consent is gone.");
    assertThat(arrived.getMessageID())
        .isEqualTo("<d0000000-0000-4000-8000-000000000001@notification.chronom>");
    assertThat(arrived.getAllRecipients()).hasSize(2);
    assertThat(arrived.getFrom()[0]).hasToString("Chronom <chronom@example.com>");
    MimeMultipart parts = (MimeMultipart) arrived.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("What to do: Open API permissions", "https://portal.azure.com/#view/x")
        .contains("See it: https://chronom.example.com/tenants/1");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("<a href=\"https://portal.azure.com/#view/x\">");
  }

  @Test
  void nameOfATenantAddsNoHeaderAndNoMarkup() throws Exception {
    assertThat(sender().send(SampleNotices.lost(SampleNotices.HOSTILE)))
        .isEqualTo(new Attempt.Accepted());
    MimeMessage arrived = server.getReceivedMessages()[0];
    assertThat(arrived.getHeader("Bcc")).isNull();
    assertThat(arrived.getAllRecipients()).hasSize(2);
    assertThat(arrived.getSubject()).startsWith("Chronom: Contoso Bcc: everybody@example.com <scr");
    assertThat(GreenMailUtil.getHeaders(arrived)).doesNotContain("\r\nBcc:");
    String html = ((MimeMultipart) arrived.getContent()).getBodyPart(1).getContent().toString();
    assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void unreachableServerIsTriedAgainLater() {
    MailSender sender = sender();
    server.stop();
    assertThat(sender.send(SampleNotices.test())).isInstanceOf(Attempt.Postponed.class);
  }

  private MailSender sender() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
    MailAddressing addressing =
        MailAddressing.of(
                Optional.of("anna@example.com, Ben <ben@example.com>"),
                Optional.of("Chronom <chronom@example.com>"),
                Optional.of("mail/chronom"))
            .orElseThrow();
    return new MailSender(addressing, Session.getInstance(properties));
  }
}
