package ai.chronom.m365.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationConfigTest {
  @Nested
  class Webhook {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://hooks.example.com/secret-path",
          "https://user:secret-path@hooks.example.com/",
          "https://hooks.example.com/#secret-path",
          "not an address secret-path",
          "file:///secret-path"
        })
    void otherAddressesStopTheStartWithoutBeingShown(String url) {
      assertThatThrownBy(() -> WebhookAddress.of(Optional.of(url), "json", true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("chronom.notifications.webhook-url")
          .hasMessageNotContaining("secret-path")
          .hasNoCause();
    }

    @Test
    void showsTheHostOnly() {
      WebhookAddress hook =
          WebhookAddress.of(Optional.of("https://hooks.example.com/a?sig=secret"), "teams", false)
              .orElseThrow();
      assertThat(hook.shown()).isEqualTo("hooks.example.com");
      assertThat(hook).asString().doesNotContain("secret");
      assertThat(hook.format()).isEqualTo(WebhookFormat.TEAMS);
    }

    @Test
    void plainHttpIsForThisMachineInTheEmbeddedRun() {
      Optional<String> local = Optional.of("http://localhost:9000/hook");
      assertThat(WebhookAddress.of(local, "json", true)).isPresent();
      assertThatThrownBy(() -> WebhookAddress.of(local, "json", false))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownFormatStopsTheStart() {
      assertThatThrownBy(() -> WebhookAddress.of(Optional.empty(), "slack", false))
          .hasMessageContaining("json or teams");
    }
  }

  @Nested
  class Mail {
    @Test
    void nothingConfiguredIsFine() {
      assertThat(of(null, null, null)).isEmpty();
    }

    @Test
    void takesSeveralRecipients() {
      assertThat(of("a@example.com, Ben <b@example.com>", "c@example.com", "mail/x"))
          .hasValueSatisfying(
              mail -> assertThat(mail.shown()).isEqualTo("a@example.com, b@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@example.com, ,b", "<a@b", ""})
    void badRecipientsStopTheStart(String to) {
      assertThatThrownBy(() -> of(to, null, "mail/x"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("chronom.notifications.mail-to");
    }

    @Test
    void recipientsNeedASessionAndASessionNeedsRecipients() {
      assertThatThrownBy(() -> of("a@example.com", null, null))
          .hasMessageStartingWith("chronom.notifications.mail-session is missing");
      assertThatThrownBy(() -> of(null, null, "mail/x"))
          .hasMessageStartingWith("chronom.notifications.mail-to is missing");
    }

    private Optional<MailAddressing> of(String to, String from, String session) {
      return MailAddressing.of(
          Optional.ofNullable(to), Optional.ofNullable(from), Optional.ofNullable(session));
    }
  }
}
