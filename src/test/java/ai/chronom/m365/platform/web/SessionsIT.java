package ai.chronom.m365.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One person with two browsers; each test goes on where the one before stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final Pattern LOGIN = Pattern.compile(".*/login\\.xhtml.*");

  private static Chromium chromium;
  private static Staff staff;
  private static Page here;
  private static Page there;
  private static String name;

  @BeforeAll
  static void signInTwice() {
    chromium = Chromium.start();
    staff = new Staff(SERVER, chromium);
    here = staff.invited(Role.VIEWER);
    name = here.locator(".who span").innerText().split(" ")[0];
    there = staff.signedIn(name, Staff.OWN);
    there.waitForURL(SERVER.url("/").toString());
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  private static void open(Page page, String address) {
    page.navigate(SERVER.url(address).toString());
  }

  @Test
  @Order(1)
  void areListedAndEndedOneByOne() {
    open(here, "/account");
    assertThat(here.locator("#sessions tbody tr")).hasCount(2);
    assertThat(here.locator("#sessions")).containsText("This one");
    Chromium.screenshot(here, "sessions");
    here.locator("#sessions button").click();
    assertThat(here.locator("body")).containsText("That session has ended.");
    assertThat(here.locator("#sessions tbody tr")).hasCount(1);
    open(there, "/about");
    assertThat(there).hasURL(LOGIN);
    open(here, "/about");
    assertThat(here).hasURL(Pattern.compile(".*/about"));
  }

  @Test
  @Order(2)
  void signOutEndsWhatTheCookieOpened() {
    List<Cookie> cookies = here.context().cookies();
    here.click("#sign-out");
    here.waitForURL(LOGIN);
    Page thief = chromium.newPage();
    thief.context().addCookies(cookies);
    open(thief, "/about");
    assertThat(thief).hasURL(LOGIN);
    thief.close();
  }

  @Test
  @Order(3)
  void administratorEndsAll() {
    Page again = staff.signedIn(name, Staff.OWN);
    again.waitForURL(SERVER.url("/").toString());
    Page admin = staff.admin();
    open(admin, "/settings/people?person=" + name);
    admin.click("#sign-out-person");
    assertThat(admin.locator("body")).containsText(name + " was signed out everywhere.");
    open(again, "/about");
    assertThat(again).hasURL(LOGIN);
    assertThat(SERVER.get("/api/v1/audit?size=50").body())
        .contains("account " + name + ", one session");
  }
}
