package ai.chronom.m365.scan;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parses one page of a Graph collection while it arrives; its items are all that is held. How many
 * bytes a page may have is the connection's business.
 */
final class GraphPages {
  private static final int LINK_MAX_CHARS = 8_000;

  private GraphPages() {}

  /** Builds one item from the fields of its object; one instance serves a whole page. */
  interface ItemReader<T> {
    /** Reads the value of that field, or skips it. */
    void field(String name);

    /** The object ended; empty when it lacks what it cannot do without. Forgets it. */
    Optional<T> item();
  }

  /** Throws {@link Unreadable}; closes the body. */
  static <T> GraphPage<T> read(InputStream body, Function<JsonCursor, ItemReader<T>> readers) {
    try (JsonCursor json = new JsonCursor(body)) {
      Page<T> page = new Page<>(json, readers.apply(json));
      json.object(page::field);
      json.requireEnd();
      return page.parsed();
    }
  }

  private static final class Page<T> {
    private final JsonCursor json;
    private final ItemReader<T> reader;
    private final List<T> items = new ArrayList<>();
    private boolean listed;
    private @Nullable String nextLink;
    private @Nullable String deltaLink;

    Page(JsonCursor json, ItemReader<T> reader) {
      this.json = json;
      this.reader = reader;
    }

    void field(String name) {
      switch (name) {
        case "value" -> listed |= json.objects(this::item, reader::field);
        case "@odata.nextLink" -> nextLink = link();
        case "@odata.deltaLink" -> deltaLink = link();
        default -> json.skip();
      }
    }

    private void item() {
      reader.item().ifPresentOrElse(items::add, json::warn);
    }

    private @Nullable String link() {
      String link = json.text(LINK_MAX_CHARS + 1);
      if (link != null && link.length() > LINK_MAX_CHARS) {
        throw new Unreadable("A link of Microsoft Graph is longer than " + LINK_MAX_CHARS + ".");
      }
      return link == null || link.isEmpty() ? null : link;
    }

    GraphPage<T> parsed() {
      if (!listed) {
        throw new Unreadable("A list was expected of Microsoft Graph, none came.");
      }
      return new GraphPage<>(items, nextLink, json.warnings(), deltaLink);
    }
  }
}
