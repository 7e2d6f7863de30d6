package ai.chronom.m365.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class WebhookBodyTest {
  @Test
  void ownFormatSaysWhoWhatAndWhatToDo() {
    JsonObject body =
        read(
            WebhookBody.json(
                SampleNotices.notice("Contoso", "https://c.example/t", SampleNotices.lost())));
    assertThat(body.getString("id")).isEqualTo("d0000000-0000-4000-8000-000000000001");
    assertThat(body.getString("event")).isEqualTo("tenant-changed");
    assertThat(body.getJsonObject("tenant").getString("name")).isEqualTo("Contoso");
    JsonObject change = body.getJsonArray("changes").getJsonObject(0);
    assertThat(change.getString("kind")).isEqualTo("permission-lost");
    assertThat(change.getString("remedy")).contains("Grant admin consent");
    assertThat(body.getString("link")).isEqualTo("https://c.example/t");
  }

  @Test
  void testNamesNoTenant() {
    JsonObject body = read(WebhookBody.json(SampleNotices.test()));
    assertThat(body.getString("event")).isEqualTo("test");
    assertThat(body).doesNotContainKeys("tenant", "link");
  }

  @Test
  void teamsGetsACardWhoseTextsKnowNoMarkdown() {
    String text =
        WebhookBody.teams(
            SampleNotices.notice(
                SampleNotices.HOSTILE, "https://c.example/t", SampleNotices.lost()));
    JsonObject attachment = read(text).getJsonArray("attachments").getJsonObject(0);
    assertThat(read(text).getString("type")).isEqualTo("message");
    assertThat(attachment.getString("contentType"))
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonObject card = attachment.getJsonObject("content");
    assertThat(card.getString("type")).isEqualTo("AdaptiveCard");
    assertThat(card.getJsonArray("body"))
        .allSatisfy(
            block -> assertThat(block.asJsonObject().getString("type")).isEqualTo("RichTextBlock"));
    assertThat(card.getJsonArray("actions").getJsonObject(0).getString("url"))
        .isEqualTo("https://c.example/t");
  }

  private static JsonObject read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
