package ai.chronom.m365.scan;

import ai.chronom.m365.graph.GraphAnswer;
import ai.chronom.m365.graph.GraphRefused;
import ai.chronom.m365.graph.RefusalKind;
import ai.chronom.m365.permission.GraphPermission;
import ai.chronom.m365.permission.OptionalPermissions;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one collection in one run: the next page is fetched while the last one is stored, a page's
 * rows and its checkpoint are one transaction, and no transaction is open while Graph is waited
 * for.
 */
final class CollectionReading {
  /** A million users by 500 a page are 2,000 pages. */
  static final int PAGES_MAX = 20_000;

  private final ScanContext context;
  private final Fetching fetching;
  private volatile Checkpoint checkpoint;

  CollectionReading(ScanContext context, Checkpoint checkpoint) {
    this.context = context;
    this.fetching = new Fetching(context);
    this.checkpoint = checkpoint;
  }

  /** Whether the token may; when it can't be read, trying tells, but of what is optional. */
  boolean permits(GraphPermission permission) {
    boolean tries = !context.graph().tellsRoles() && !OptionalPermissions.contains(permission);
    return tries || context.graph().roles().contains(permission.graphRole());
  }

  ScanRows.Open scan() {
    return context.scan();
  }

  Clock clock() {
    return context.clock();
  }

  Checkpoint checkpoint() {
    return checkpoint;
  }

  void pause(Duration time) {
    context.pause().last(time);
  }

  /** One fenced transaction. */
  <T> T write(Sql.Work<T> work) {
    return context.write(work);
  }

  /**
   * Reads and stores all pages that are not stored yet.
   *
   * @return whether these were all, and no more than enough
   */
  <T> boolean pages(Paged<T> paged) {
    if (checkpoint.read()) {
      return true;
    }
    PageTrail trail = new PageTrail(PAGES_MAX);
    Fetching.Ready<T> ready = firstPage(paged);
    while (true) {
      trail.follow(ready.page());
      String link = ready.page().nextLink();
      boolean enough = checkpoint.pages() + 1 >= paged.pagesEnough();
      Ahead<Fetching.Ready<T>> next = link == null || enough ? null : fetching.page(link, paged);
      store(ready.rows(), checkpoint.after(ready.page()), next);
      if (next == null) {
        return link == null;
      }
      ready = fetching.awaited(next);
    }
  }

  /** Reads several small collections in turn; a restart begins with the one it was at. */
  <T> void inTurn(List<Paged<T>> all) {
    if (checkpoint.read()) {
      return;
    }
    String resumeAt = checkpoint.nextLink();
    int first = 0;
    for (int i = 0; i < all.size(); i++) {
      first = all.get(i).firstPath().equals(resumeAt) ? i : first;
    }
    for (int i = first; i < all.size(); i++) {
      readWhole(all.get(i), i + 1 < all.size() ? all.get(i + 1).firstPath() : null);
    }
  }

  /** The checkpoint says no link within it: it is read as a whole or again. */
  private <T> void readWhole(Paged<T> paged, @Nullable String nextPath) {
    PageTrail trail = new PageTrail(PAGES_MAX);
    String link = paged.firstPath();
    while (link != null) {
      Fetching.Ready<T> ready = presentOrEmpty(link, paged);
      GraphPage<T> page = ready.page();
      trail.follow(page);
      String next = page.nextLink();
      String resumeAt = next == null ? nextPath : paged.firstPath();
      storeRows(
          ready.rows(), checkpoint.after(new GraphPage<>(page.items(), resumeAt, page.warnings())));
      link = next;
    }
  }

  /** What was there when the list of lists was read may be gone by now. */
  private <T> Fetching.Ready<T> presentOrEmpty(String link, Paged<T> paged) {
    try {
      return fetched(link, paged);
    } catch (GraphRefused refused) {
      if (refused.kind() == RefusalKind.NOT_FOUND) {
        return new Fetching.Ready<>(
            new GraphPage<>(List.of(), null, 0), paged.writer().prepare(List.of()));
      }
      throw refused;
    }
  }

  /** A link that was stored days ago may no longer be known: then all pages come once more. */
  private <T> Fetching.Ready<T> firstPage(Paged<T> paged) {
    String resumeAt = checkpoint.nextLink();
    if (resumeAt == null) {
      return fetched(paged.firstPath(), paged);
    }
    try {
      return fetched(resumeAt, paged);
    } catch (GraphRefused refused) {
      boolean forgotten =
          refused.kind() == RefusalKind.OTHER || refused.kind() == RefusalKind.NOT_FOUND;
      if (!forgotten || resumeAt.equals(paged.firstPath())) {
        throw refused;
      }
      return fetched(paged.firstPath(), paged);
    }
  }

  private <T> Fetching.Ready<T> fetched(String link, Paged<T> paged) {
    return fetching.awaited(fetching.page(link, paged));
  }

  private void store(PageWriter.Rows rows, Checkpoint after, @Nullable Ahead<?> next) {
    try {
      storeRows(rows, after);
    } catch (RuntimeException e) {
      if (next != null) {
        next.stop();
      }
      throw e;
    }
  }

  private void storeProgress(Connection connection, Checkpoint after) throws SQLException {
    new CollectionRows(connection, context.scanId()).store(after);
    new ScanRows(connection).countRequests(context.scanId(), context.requests());
  }

  /** One page that the caller stores himself. */
  <T> GraphPage<T> page(String link, Function<JsonCursor, GraphPages.ItemReader<T>> reader) {
    return fetched(link, new Paged<>(link, reader, (connection, items) -> {})).page();
  }

  /** Several small answers at once. */
  List<GraphAnswer> batch(List<String> paths) {
    return fetching.now(() -> context.graph().batch(paths));
  }

  /** Work and its checkpoint in one fenced transaction. */
  void advance(Checkpoint after, Sql.Work<?> work) {
    write(
        connection -> {
          work.with(connection);
          storeProgress(connection, after);
          return after;
        });
    checkpoint = after;
  }

  /** Already stored as it says. */
  void stand(Checkpoint stored) {
    checkpoint = stored;
  }

  Duration fullEvery() {
    return context.fullEvery();
  }

  <T> void storeRows(List<T> rows, PageWriter<T> writer, Checkpoint after) {
    storeRows(writer.prepare(rows), after);
  }

  /** Rows and checkpoint in one transaction; some of the rows may be stored already. */
  private void storeRows(PageWriter.Rows rows, Checkpoint after) {
    try {
      advance(
          after,
          connection -> {
            rows.store(connection);
            return after;
          });
    } catch (Sql.Failed failed) {
      if (!failed.byStoredRow()) {
        throw failed;
      }
      advance(
          after,
          connection -> {
            rows.storeMissing(connection);
            return after;
          });
    }
  }

  /** The rest will be read from there, in this run or the next. */
  void goOnAt(String link, SignIns signIns) {
    Checkpoint after = checkpoint.goingOnAt(link);
    write(
        connection -> {
          new ScanRows(connection).knowSignIns(context.scanId(), signIns);
          storeProgress(connection, after);
          return after;
        });
    checkpoint = after;
  }

  /** Opens a usage report; the caller closes it. */
  InputStream report(String path) {
    return fetching.now(() -> context.graph().report(path));
  }

  CollectionName name() {
    return checkpoint.name();
  }

  /** Since when nothing came of Graph; may be called by any thread. */
  Optional<Instant> waitingSince() {
    return fetching.waitingSince();
  }

  /** Interrupts a wait for Graph; may be called by any thread. */
  void stop() {
    fetching.stop();
  }
}
