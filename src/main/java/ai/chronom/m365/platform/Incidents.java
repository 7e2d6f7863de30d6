package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Problem;
import java.util.UUID;

/** Bugs and outages at the edge of the house: logged once, with the id that the user sees too. */
public final class Incidents {
  private static final System.Logger LOG = System.getLogger(Incidents.class.getName());

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
    LOG.log(System.Logger.Level.ERROR, "Incident " + id + " at " + printable(where), thrown);
    return id;
  }

  /** One event stays one line. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
  }
}
