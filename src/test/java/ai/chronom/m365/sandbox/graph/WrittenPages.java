package ai.chronom.m365.sandbox.graph;

import ai.chronom.m365.sandbox.contoso.Changes;
import ai.chronom.m365.sandbox.wire.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Pages of users as they were written the last time, the latest used first to stay, until anything
 * changes: whoever measures a reader doesn't want to measure the sandbox.
 */
final class WrittenPages {
  private static final long BYTES_MAX = Runtime.getRuntime().maxMemory() / 8;

  private final Changes changes;
  private final Map<String, Reply> pages = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private int position;

  WrittenPages(Changes changes) {
    this.changes = changes;
  }

  Reply of(Request request, Supplier<Reply> writes) {
    String key = request.call().path() + "?" + request.call().query() + request.isEventual();
    int now = changes.position();
    Reply known = known(key, now);
    if (known != null) {
      return known;
    }
    Reply written = writes.get();
    keep(key, written, now);
    return written;
  }

  private synchronized Reply known(String key, int now) {
    if (now != position) {
      pages.clear();
      bytes = 0;
      position = now;
    }
    return pages.get(key);
  }

  private synchronized void keep(String key, Reply page, int asOf) {
    if (asOf != position || pages.put(key, page) != null) {
      return;
    }
    bytes += page.body().length;
    var oldest = pages.entrySet().iterator();
    while (bytes > BYTES_MAX && oldest.hasNext()) {
      bytes -= oldest.next().getValue().body().length;
      oldest.remove();
    }
  }
}
