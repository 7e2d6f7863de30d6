package ai.chronom.m365.platform.web;

import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** People with a role, each signed in with a browser of their own; the way that people get in. */
public final class Staff {
  /** The password that they choose. */
  static final String OWN = "harbor-violin-tundra-mosaic";

  private final RunningServer server;
  private final Chromium chromium;
  private @Nullable Page admin;

  public Staff(RunningServer server, Chromium chromium) {
    this.server = server;
    this.chromium = chromium;
  }

  /** The administrator of the first start. */
  public Page admin() {
    if (admin == null) {
      admin = signedIn("admin", server.adminPassword());
      admin.waitForURL(server.url("/").toString());
    }
    return admin;
  }

  /** Somebody new, invited by the administrator, with a password of their own. */
  public Page invited(String role) {
    return invited(role, by -> {});
  }

  /** The same, for that tenant alone. */
  public Page invitedFor(String tenantId, String role) {
    return invited(
        role,
        by -> {
          by.selectOption("#extent", "some");
          by.check("input[name=tenants][value='" + tenantId + "']");
        });
  }

  private Page invited(String role, Consumer<Page> more) {
    String name = role + "." + System.nanoTime();
    Page by = admin();
    by.navigate(server.url("/settings/people").toString());
    by.fill("#name", name);
    by.selectOption("#role", role);
    more.accept(by);
    by.click("#invite");
    String oneTime = by.locator(".notice code, .notice .mono").first().textContent().strip();
    Page person = signedIn(name, oneTime);
    person.waitForURL(server.url("/account").toString());
    person.fill("#chosen", OWN);
    person.fill("#again", OWN);
    person.click("#choose");
    person.waitForURL(server.url("/").toString());
    return person;
  }

  /** Typed at the login page; where that leads, the caller sees. */
  Page signedIn(String name, String password) {
    Page page = chromium.newPage();
    page.navigate(server.url("/login.xhtml").toString());
    page.fill("#name", name);
    page.fill("#password", password);
    page.click("#sign-in");
    return page;
  }
}
