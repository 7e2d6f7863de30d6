package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.Chromium;
import ai.chronom.m365.running.RunningServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/**
 * What pages look like beside their usual state: refused input, drawers and folds that are open,
 * what is not there. Each is looked at in light and in dark.
 *
 * @param page of an administrator
 */
record PageStates(RunningServer server, Page page, String tenant) {
  /** Not the lists that would lie above the page. */
  private static final String OPEN_ALL =
      "document.querySelectorAll('details:not(.switch)').forEach(one => one.open = true)";

  private static final String REFUSED = "[role=alert]";

  /** A form, and the button that sends it as it is. */
  private record Refusal(String address, String button) {}

  /** Everything behind a fold, too. */
  static void openFolds(Page page) {
    page.evaluate(OPEN_ALL);
  }

  /** What is wrong, each with its state. */
  List<String> violations(Chromium chromium) {
    List<String> found = new ArrayList<>();
    for (String address : missing()) {
      page.navigate(server.url(address).toString());
      look(page, address, found);
    }
    for (String address : tables()) {
      page.navigate(server.url(address).toString());
      page.locator("td a[href^='?'], tbody th a[href*='finding=']").first().click();
      page.locator(".drawer").waitFor();
      openFolds(page);
      look(page, address + " with a drawer", found);
    }
    for (Refusal refusal : refusals()) {
      page.navigate(server.url(refusal.address()).toString());
      openFolds(page);
      page.locator("main input[type=number]").all().forEach(field -> field.fill("-1"));
      page.click(refusal.button());
      page.locator(REFUSED).first().waitFor();
      openFolds(page);
      look(page, refusal.address() + " after " + refusal.button(), found);
    }
    outside(chromium, found);
    return found;
  }

  private List<String> missing() {
    return List.of(
        "/there-is-no-such-page",
        "/tenants/00000000-0000-4000-8000-000000000000/savings",
        tenant + "/users?account=strange",
        tenant + "/findings?rule=R99",
        tenant + "/findings?state=dismissed&rule=R03",
        tenant + "/what-if?t.inactive-days=soon");
  }

  private List<String> tables() {
    return List.of(tenant + "/findings?rule=R04", tenant + "/settings", "/settings/prices");
  }

  private List<Refusal> refusals() {
    return List.of(
        new Refusal("/onboarding/connect", "#save"),
        new Refusal("/settings/people", "#invite"),
        new Refusal("/settings/tokens", "#issue"),
        new Refusal("/settings/prices", "#import"),
        new Refusal("/account", "#choose"),
        new Refusal(tenant, "#remove"),
        new Refusal(tenant + "/settings", "#save-thresholds"),
        new Refusal(tenant + "/settings", "#add"),
        new Refusal(tenant + "/findings?rule=R04&state=open", "#dismiss-all"));
  }

  /** Before anybody is signed in. */
  private void outside(Chromium chromium, List<String> found) {
    Page stranger = chromium.newPage();
    stranger.navigate(server.url("/").toString());
    look(stranger, "sign-in", found);
    stranger.fill("#name", "nobody");
    stranger.fill("#password", "not a password");
    stranger.click("#sign-in");
    stranger.locator(REFUSED).first().waitFor();
    look(stranger, "sign-in refused", found);
    stranger.close();
  }

  private static List<Rule> axe(Page at) {
    return new AxeBuilder(at).withTags(ConsoleIT.ACCESSIBLE).analyze().getViolations();
  }

  private void look(Page at, String state, List<String> found) {
    assertThat(at.locator("h1").count()).as(state).isEqualTo(1);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      // Colors on their way from one scheme to the other are none of either.
      at.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      for (Rule rule : axe(at)) {
        List<Object> places = rule.getNodes().stream().map(CheckedNode::getTarget).toList();
        found.add(state + ", " + scheme + ": " + rule.getId() + " at " + places);
      }
    }
    Chromium.screenshot(at, "state-" + state.replaceAll("[0-9a-f-]{36}|[^a-z0-9]+", "-"));
  }
}
