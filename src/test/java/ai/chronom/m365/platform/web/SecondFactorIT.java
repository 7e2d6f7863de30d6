package ai.chronom.m365.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Somebody with an authenticator app, from setting it up to losing it. Each test goes on where the
 * one before stopped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondFactorIT {
  private static final RunningServer SERVER = RunningServer.shared();
  private static final Pattern CODE = Pattern.compile(".*/sign-in/code\\.xhtml.*");
  private static final Pattern LOGIN = Pattern.compile(".*/login\\.xhtml.*");

  private static Chromium chromium;
  private static Staff staff;
  private static Page page;
  private static String name;
  private static AuthenticatorApp app;
  private static List<String> recoveryCodes;

  @BeforeAll
  static void invite() {
    chromium = Chromium.start();
    staff = new Staff(SERVER, chromium);
    page = staff.invited(Role.OPERATOR);
    name = page.locator(".who span").innerText().split(" ")[0];
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  private static void open(Page who, String address) {
    who.navigate(SERVER.url(address).toString());
  }

  private static void giveCode(String code) {
    page.fill("#code", code);
    page.click("#pass");
  }

  private static void givePassword() {
    givePassword(Staff.OWN);
  }

  private static void givePassword(String password) {
    page.context().clearCookies();
    open(page, "/login.xhtml?from=%2Fabout");
    page.fill("#name", name);
    page.fill("#password", password);
    page.click("#sign-in");
  }

  @Test
  @Order(1)
  void isSetUpWithThePasswordAndACode() {
    open(page, "/account");
    page.click("a[href$='/account/second-factor']");
    page.fill("#current", "not-the-one-of-now");
    page.click("#begin");
    assertThat(page.locator("body")).containsText("This is not your password of now");
    page.fill("#current", Staff.OWN);
    page.click("#begin");
    String secret = page.locator("#seed").innerText();
    assertThat(secret).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
    app = new AuthenticatorApp(secret);
    Chromium.screenshot(page, "second-factor-scan");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.fill("#code", "12345");
    page.click("#confirm");
    assertThat(page.locator("body")).containsText("This is not the code of now");
    assertThat(page.locator("#seed")).hasText(secret);
    page.fill("#code", app.code());
    page.click("#confirm");
    assertThat(page.locator("#recovery-codes li")).hasCount(10);
    recoveryCodes = page.locator("#recovery-codes li").allInnerTexts();
    Chromium.screenshot(page, "second-factor-codes");
    open(page, "/account/second-factor");
    assertThat(page.locator("#recovery-codes")).hasCount(0);
    assertThat(page.locator("body")).containsText("10 recovery codes are left");
    assertThat(page.content()).doesNotContain(secret).doesNotContain(secret.replace(" ", ""));
  }

  @Test
  @Order(2)
  void passwordAloneOpensNothing() {
    givePassword();
    assertThat(page).hasURL(CODE);
    Chromium.screenshot(page, "second-factor-asked");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    assertThat(
            page.context()
                .request()
                .get(
                    SERVER.url("/api/v1/tenants").toString(),
                    RequestOptions.create().setMaxRedirects(0))
                .status())
        .isEqualTo(401);
    open(page, "/about");
    assertThat(page).hasURL(LOGIN);
  }

  @Test
  @Order(3)
  void codeOpensOnce() {
    givePassword();
    giveCode(app.codeAgain());
    assertThat(page.locator("body")).containsText("This code is wrong, or was used already.");
    giveCode(app.code());
    assertThat(page).hasURL(Pattern.compile(".*/about"));
    givePassword();
    giveCode(app.codeAgain());
    assertThat(page.locator("body")).containsText("This code is wrong, or was used already.");
  }

  @Test
  @Order(4)
  void recoveryCodeOpensOnce() {
    givePassword();
    giveCode(recoveryCodes.get(0).toUpperCase(Locale.ROOT).replace("-", " "));
    assertThat(page).hasURL(Pattern.compile(".*/about"));
    open(page, "/account/second-factor");
    assertThat(page.locator("body")).containsText("9 recovery codes are left");
    givePassword();
    giveCode(recoveryCodes.get(0));
    assertThat(page.locator("body")).containsText("This code is wrong, or was used already.");
  }

  @Test
  @Order(5)
  void guessesEndInARestThatARightPasswordDoesNotShorten() {
    for (int guess = 0; guess < 5; guess++) {
      givePassword();
      giveCode("abcdef");
    }
    assertThat(page.locator("body")).containsText("Too many attempts");
    givePassword();
    giveCode(recoveryCodes.get(1));
    assertThat(page.locator("body")).containsText("Too many attempts");
  }

  @Test
  @Order(6)
  void administratorResetsWhatWasLostAndAPasswordMadeAnewDoesNot() {
    Page admin = staff.admin();
    open(admin, "/settings/people?person=" + name);
    admin.click("#reset");
    String oneTime = admin.locator(".notice code, .notice .mono").first().innerText().strip();
    givePassword(oneTime);
    assertThat(page).hasURL(CODE);
    open(admin, "/settings/people?person=" + name);
    Chromium.screenshot(admin, "second-factor-person");
    admin.click("#reset-factor");
    assertThat(admin.locator("body")).containsText("The second factor of " + name + " is gone");
    givePassword(oneTime);
    assertThat(page).hasURL(Pattern.compile(".*/account"));
    String trail = SERVER.get("/api/v1/audit?size=200").body();
    assertThat(trail)
        .contains("second-factor-set-up")
        .contains("second-factor-reset")
        .contains("account " + name);
    assertThat(trail).doesNotContain(recoveryCodes.get(0));
  }
}
