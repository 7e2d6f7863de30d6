package ai.chronom.m365.problem.web;

import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Success, as the user is told: a line on the next page (post, redirect, get). */
public final class Told {
  private Told() {}

  /**
   * Shows the next page with that message on top.
   *
   * @param address without the context path
   */
  public static void on(String address, String message) {
    Messages.addFlashGlobalInfo("{0}", message);
    Faces.redirect(Faces.getRequestContextPath() + address);
  }

  /** Shows the page that was asked again, its filters included, with that message on top. */
  public static void here(String message) {
    Messages.addFlashGlobalInfo("{0}", message);
    Faces.redirect(Faces.getRequestURIWithQueryString());
  }
}
