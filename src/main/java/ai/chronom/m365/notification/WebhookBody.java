package ai.chronom.m365.notification;

import ai.chronom.m365.verification.TenantChange;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** A notice as the body of a post. */
final class WebhookBody {
  private WebhookBody() {}

  /** Our own format; members are only ever added (docs/notifications.md). */
  static String json(Notice notice) {
    JsonArrayBuilder changes = Json.createArrayBuilder();
    notice.changes().forEach(entry -> changes.add(change(entry)));
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("id", notice.deliveryId())
            .add("event", notice.isTest() ? "test" : "tenant-changed")
            .add("createdAt", notice.createdAt().toString())
            .add("urgent", notice.urgent())
            .add("subject", notice.subject());
    if (notice.tenantId() != null) {
      body.add(
          "tenant",
          Json.createObjectBuilder()
              .add("tenantId", notice.tenantId().toString())
              .add("name", notice.tenantName()));
    }
    body.add("changes", changes);
    if (notice.link() != null) {
      body.add("link", notice.link());
    }
    return body.build().toString();
  }

  private static JsonObjectBuilder change(TenantChange entry) {
    return Json.createObjectBuilder()
        .add("id", entry.id())
        .add("occurredAt", entry.occurredAt().toString())
        .add("kind", entry.kind().word())
        .add("subject", entry.change().subject())
        .add("before", entry.change().before())
        .add("after", entry.change().after())
        .add("text", entry.sentence())
        .add("remedy", entry.change().remedy())
        .add("remedyLink", entry.change().remedyLink());
  }

  /**
   * The envelope that workflows of Teams take ("When a Teams webhook request is received"), with an
   * Adaptive Card 1.4. Text from tenants stands in text runs: these know no Markdown, so that
   * nobody's name becomes a link.
   */
  static String teams(Notice notice) {
    JsonArrayBuilder body =
        Json.createArrayBuilder().add(text(notice.subject(), true)).add(text(notice.lead(), false));
    for (TenantChange entry : notice.changes()) {
      body.add(text("• " + entry.sentence(), entry.kind().isUrgent()));
      if (entry.kind().needsAction() && !entry.change().remedy().isEmpty()) {
        body.add(text("What to do: " + entry.change().remedy(), false));
      }
    }
    JsonObjectBuilder card =
        Json.createObjectBuilder()
            .add("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .add("type", "AdaptiveCard")
            .add("version", "1.4")
            .add("msteams", Json.createObjectBuilder().add("width", "Full"))
            .add("body", body);
    if (notice.link() != null) {
      card.add("actions", Json.createArrayBuilder().add(open(notice.link())));
    }
    return Json.createObjectBuilder()
        .add("type", "message")
        .add(
            "attachments",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("contentType", "application/vnd.microsoft.card.adaptive")
                        .addNull("contentUrl")
                        .add("content", card)))
        .build()
        .toString();
  }

  private static JsonObjectBuilder text(String text, boolean strong) {
    JsonObjectBuilder run =
        Json.createObjectBuilder().add("type", "TextRun").add("text", Notice.oneLine(text));
    if (strong) {
      run.add("weight", "Bolder");
    }
    return Json.createObjectBuilder()
        .add("type", "RichTextBlock")
        .add("inlines", Json.createArrayBuilder().add(run));
  }

  private static JsonObjectBuilder open(String link) {
    return Json.createObjectBuilder()
        .add("type", "Action.OpenUrl")
        .add("title", "See it in Chronom")
        .add("url", link);
  }
}
