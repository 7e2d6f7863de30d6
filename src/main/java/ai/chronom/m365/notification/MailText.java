package ai.chronom.m365.notification;

import ai.chronom.m365.verification.TenantChange;

/** A notice as the text of a mail: plain, and as simple HTML. */
final class MailText {
  private static final String STYLE = "font:15px/1.5 sans-serif;max-width:40em";

  private MailText() {}

  static String plain(Notice notice) {
    StringBuilder text = new StringBuilder(notice.lead()).append("\n");
    for (TenantChange entry : notice.changes()) {
      text.append("\n* ").append(Notice.oneLine(entry.sentence())).append('\n');
      if (entry.kind().needsAction() && !entry.change().remedy().isEmpty()) {
        text.append("  What to do: ").append(Notice.oneLine(entry.change().remedy())).append('\n');
        append(text, "  ", entry.change().remedyLink());
      }
    }
    if (notice.link() != null) {
      append(text.append('\n'), "See it: ", notice.link());
    }
    return text.append("\n-- \nChronom, notification ").append(notice.deliveryId()).toString();
  }

  private static void append(StringBuilder text, String before, String link) {
    if (!link.isEmpty()) {
      text.append(before).append(link).append('\n');
    }
  }

  static String html(Notice notice) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html><html lang=\"en\"><body style=\"").append(STYLE).append("\"><p>");
    html.append(escaped(notice.lead())).append("</p>");
    if (!notice.changes().isEmpty()) {
      html.append("<ul>");
      notice.changes().forEach(entry -> item(html, entry));
      html.append("</ul>");
    }
    if (notice.link() != null) {
      html.append("<p>").append(link(notice.link(), "See it in Chronom")).append("</p>");
    }
    html.append("<p style=\"color:#555\">Chronom, notification ").append(notice.deliveryId());
    return html.append("</p></body></html>").toString();
  }

  private static void item(StringBuilder html, TenantChange entry) {
    html.append("<li>").append(escaped(entry.sentence()));
    if (entry.kind().needsAction() && !entry.change().remedy().isEmpty()) {
      html.append("<br><strong>What to do:</strong> ").append(escaped(entry.change().remedy()));
      if (entry.change().remedyLink().startsWith("https://")) {
        html.append(' ').append(link(entry.change().remedyLink(), "Open it in the portal"));
      }
    }
    html.append("</li>");
  }

  private static String link(String href, String label) {
    return "<a href=\"" + escaped(href) + "\">" + label + "</a>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
