package ai.chronom.m365.sandbox.wire;

/** Text on its way into a page. */
public final class Html {
  private Html() {}

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  public static Reply page(int status, String html) {
    return Reply.text(status, "text/html; charset=utf-8", html)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff");
  }
}
