package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Bugs and outages at the edge of the house: logged once, with the id that the user sees too. */
public final class Incidents {
  private static final System.Logger LOG = System.getLogger(Incidents.class.getName());

  private static final int KEPT_MAX = 100;
  private static final Deque<String> LATEST = new ArrayDeque<>();

  private Incidents() {}

  /** What the caller is told; a bug is logged on the way. */
  public static Problem meet(Throwable thrown, String where) {
    return Trouble.meaning(thrown).orElseGet(() -> Trouble.incident(log(thrown, where)));
  }

  /**
   * The incident's id.
   *
   * @param where method and path, or a phase; no query, since that may carry what no log may hold
   */
  public static String log(Throwable thrown, String where) {
    String id = UUID.randomUUID().toString();
    keep(id + " " + thrown.getClass().getName() + " at " + printable(where));
    LOG.log(System.Logger.Level.ERROR, "Incident " + id + " at " + printable(where), thrown);
    return id;
  }

  private static void keep(String line) {
    synchronized (LATEST) {
      if (LATEST.size() == KEPT_MAX) {
        LATEST.removeFirst();
      }
      LATEST.addLast(line);
    }
  }

  /** Id, kind and place of each, the newest last; of this node, since its start. */
  static List<String> latest() {
    synchronized (LATEST) {
      return List.copyOf(LATEST);
    }
  }

  /** One event stays one line. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
  }
}
