package ai.chronom.m365.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An administrator and somebody new, each in a browser of their own; each test goes on where the
 * one before stopped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final String NAME = "bea." + System.nanoTime();
  private static final String OWN = "harbor-violin-tundra-mosaic";

  private static Chromium chromium;
  private static Page admin;
  private static Page bea;
  private static String oneTime;

  @BeforeAll
  static void signInTheAdministrator() {
    chromium = Chromium.start();
    admin = chromium.newPage();
    bea = chromium.newPage();
    signIn(admin, "admin", SERVER.adminPassword());
    admin.waitForURL(SERVER.url("/").toString());
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  private static void signIn(Page page, String name, String password) {
    page.navigate(SERVER.url("/login.xhtml").toString());
    page.fill("#name", name);
    page.fill("#password", password);
    page.click("#sign-in");
  }

  private static void open(Page page, String address) {
    page.navigate(SERVER.url(address).toString());
  }

  @Test
  @Order(1)
  void invitedPersonCanDoNothingButChooseAPassword() {
    open(admin, "/settings/people");
    admin.fill("#name", NAME);
    admin.click("#invite");
    oneTime = admin.locator(".notice code, .notice .mono").first().textContent().strip();
    assertThat(oneTime).matches("([2-9a-z]{5}-){5}[2-9a-z]{5}");
    assertThat(row(NAME)).containsText("Invited");
    Chromium.screenshot(admin, "people-invited");

    signIn(bea, NAME, oneTime);
    bea.waitForURL(SERVER.url("/account").toString());
    open(bea, "/integrations");
    assertThat(bea).hasURL(SERVER.url("/account").toString());
    Chromium.screenshot(bea, "people-choose");
  }

  private static Locator row(String name) {
    return admin.locator("tr").filter(new Locator.FilterOptions().setHasText(name));
  }

  @Test
  @Order(2)
  void weakOrMistypedPasswordIsRefusedInWords() {
    choose(bea, "too-short", "too-short");
    assertThat(bea.locator("body")).containsText("15 characters or more are expected, 9 came.");
    choose(bea, OWN, OWN + "x");
    assertThat(bea.locator("body")).containsText("This differs from the new password.");
    choose(bea, oneTime, oneTime);
    assertThat(bea.locator("body")).containsText("choose another one");
  }

  private static void choose(Page page, String chosen, String again) {
    page.fill("#chosen", chosen);
    page.fill("#again", again);
    page.click("#choose");
  }

  @Test
  @Order(3)
  void chosenPasswordOpensTheConsole() {
    choose(bea, OWN, OWN);
    bea.waitForURL(SERVER.url("/").toString());
    assertThat(bea.locator("body")).containsText("Your password was changed");
    open(bea, "/settings/people");
    assertThat(bea.locator("body")).containsText("Your role does not allow this");
    Page again = chromium.newPage();
    signIn(again, NAME, oneTime);
    assertThat(again.locator(".summary, [role=alert]").first()).isVisible();
    again.close();
  }

  @Test
  @Order(4)
  void roleActsAtTheNextClick() {
    open(admin, "/settings/people?person=" + NAME);
    admin.selectOption("#newRole", "admin");
    admin.click("#change");
    assertThat(admin.locator("body")).containsText("The role of " + NAME + " was changed.");
    open(bea, "/settings/people");
    assertThat(bea.locator("h1")).hasText("People");
    open(admin, "/settings/people?person=" + NAME);
    admin.selectOption("#newRole", "viewer");
    admin.click("#change");
    bea.reload();
    assertThat(bea.locator("body")).containsText("Your role does not allow this");
  }

  @Test
  @Order(5)
  void changedPasswordEndsTheOtherSessionsOnly() {
    Page elsewhere = chromium.newPage();
    signIn(elsewhere, NAME, OWN);
    elsewhere.waitForURL(SERVER.url("/").toString());
    open(bea, "/account");
    bea.fill("#current", "not-the-one-of-now");
    choose(bea, OWN + "-2", OWN + "-2");
    assertThat(bea.locator("body")).containsText("This is not your password of now");
    bea.fill("#current", OWN);
    choose(bea, OWN + "-2", OWN + "-2");
    bea.waitForURL(SERVER.url("/").toString());
    open(elsewhere, "/integrations");
    assertThat(elsewhere).hasURL(Pattern.compile(".*/login.xhtml.*"));
    elsewhere.close();
  }

  @Test
  @Order(6)
  void disabledPersonIsOutAtOnce() {
    open(admin, "/settings/people?person=" + NAME);
    Chromium.screenshot(admin, "people-person");
    admin.click("#disable");
    assertThat(admin.locator("body")).containsText(NAME + " cannot sign in any more.");
    open(bea, "/integrations");
    assertThat(bea).hasURL(Pattern.compile(".*/login.xhtml.*"));
    signIn(bea, NAME, OWN + "-2");
    assertThat(bea).hasURL(Pattern.compile(".*/login.xhtml.*"));
  }

  @Test
  @Order(7)
  void administratorCannotShutTheDoorBehindThemselves() {
    open(admin, "/settings/people?person=admin");
    assertThat(admin.locator("#disable")).hasCount(0);
    assertThat(admin.locator("body")).containsText("This is you");
  }

  @Test
  @Order(8)
  void removedPersonStaysInTheAuditTrail() {
    open(admin, "/settings/people?person=" + NAME);
    admin.getByText("Remove this person").click();
    admin.click("#remove");
    assertThat(admin.locator("body")).containsText(NAME + " was removed.");
    assertThat(row(NAME)).hasCount(0);
    String trail = SERVER.get("/api/v1/audit?size=200").body();
    assertThat(trail).contains("account " + NAME + ", disabled").contains("account-removed");
    assertThat(trail).doesNotContain(oneTime).doesNotContain(OWN);
  }
}
