package ai.chronom.m365.platform.web;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.audit.web.Caller;
import ai.chronom.m365.platform.Account;
import ai.chronom.m365.platform.GroupReaches;
import ai.chronom.m365.platform.Invitation;
import ai.chronom.m365.platform.NewPerson;
import ai.chronom.m365.platform.People;
import ai.chronom.m365.platform.Reaches;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.web.Texts;
import ai.chronom.m365.problem.web.Told;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.vault.SecondFactors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Who may sign in: list, invite, and one person beside the list, named by the address. */
@Named
@RequestScoped
public class PeoplePage {
  private static final String ADDRESS = "/settings/people";
  private static final String PARAMETER = "person";

  @Inject People people;
  @Inject SecondFactors factors;
  @Inject Caller caller;
  @Inject Reaches reaches;
  @Inject ReachForm reachForm;
  @Inject GroupReaches groupReaches;
  @Inject Clock clock;

  private @Nullable List<Account> all;
  private @Nullable Map<String, Reach> seen;
  private @Nullable String name;
  private String role = Role.VIEWER;
  private @Nullable String newRole;
  private @Nullable Invitation invitation;

  public void load() {
    caller.requireAdmin();
    Account chosen = getChosen();
    if (chosen != null) {
      reachForm.show(reach(chosen));
    }
  }

  /** The password is shown in this answer and nowhere else, so there is no redirect. */
  public void invite() {
    caller.requireAdmin();
    invitation = people.invite(NewPerson.of(name, role), reachForm.chosen(), caller.actor());
    name = null;
    all = null;
  }

  /** As with an invitation. */
  public void reset() {
    caller.requireAdmin();
    invitation = people.reset(chosenName(), caller.actor());
    all = null;
  }

  public void resetFactor() {
    caller.requireAdmin();
    people.resetSecondFactor(chosenName(), caller.actor());
    told("factor_reset");
  }

  /** Whether the chosen person gives a code beside the password. */
  public boolean isSecondFactor() {
    return factors.isOn(chosenName());
  }

  public void change() {
    caller.requireAdmin();
    people.give(chosenName(), newRole == null ? "" : newRole, caller.actor());
    told("changed");
  }

  public void restrict() {
    caller.requireAdmin();
    people.restrict(chosenName(), reachForm.chosen(), caller.actor());
    told("restricted");
  }

  public void disable() {
    caller.requireAdmin();
    people.disable(chosenName(), caller.actor());
    told("disabled");
  }

  public void enable() {
    caller.requireAdmin();
    people.enable(chosenName(), caller.actor());
    told("enabled");
  }

  public void signOut() {
    caller.requireAdmin();
    people.signOut(chosenName(), caller.actor());
    told("signed_out");
  }

  public void remove() {
    caller.requireAdmin();
    people.remove(chosenName(), caller.actor());
    told("removed");
  }

  private static void told(String what) {
    Told.on(ADDRESS, Texts.of("platform_people.message." + what, chosenName()));
  }

  private static String chosenName() {
    String chosen = Faces.getRequestParameter(PARAMETER);
    return chosen == null ? "" : chosen;
  }

  public List<Account> getPeople() {
    List<Account> known = all;
    if (known == null) {
      known = people.all();
      all = known;
    }
    return known;
  }

  /** The person that the address names; null when it names none. */
  public @Nullable Account getChosen() {
    String chosen = chosenName();
    if (chosen.isEmpty()) {
      return null;
    }
    return getPeople().stream()
        .filter(person -> person.name().equals(chosen))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("The person"));
  }

  /** Nobody changes the own account here. */
  public boolean isYourself() {
    return caller.actor().name().equals(chosenName());
  }

  /** Whether the groups at the identity provider say which tenants the chosen person sees. */
  public boolean isReachGiven() {
    Account chosen = getChosen();
    return chosen != null && groupReaches.decide(chosen);
  }

  /** Which tenants, in words. */
  public String sees(Account person) {
    return reachForm.said(reach(person));
  }

  private Reach reach(Account person) {
    if (!person.isRestricted()) {
      return Reach.ALL;
    }
    if (seen == null) {
      seen = reaches.ofPeople();
    }
    return seen.getOrDefault(person.name(), Reach.NOTHING);
  }

  public String address(Account person) {
    return ADDRESS
        + "?"
        + PARAMETER
        + "="
        + URLEncoder.encode(person.name(), StandardCharsets.UTF_8);
  }

  /** A status of the bundle. */
  public String word(Account person) {
    if (person.isDisabled()) {
      return "disabled";
    }
    return person
        .oneTimeUntil()
        .map(until -> until.isAfter(clock.instant()) ? "invited" : "expired")
        .orElse("active");
  }

  public List<String> getRoles() {
    return List.of(Role.VIEWER, Role.OPERATOR, Role.ADMIN);
  }

  /** Null unless one was made by this very request. */
  public @Nullable Invitation getInvitation() {
    return invitation;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  public @Nullable String getNewRole() {
    Account chosen = getChosen();
    return newRole == null && chosen != null ? chosen.role() : newRole;
  }

  public void setNewRole(@Nullable String newRole) {
    this.newRole = newRole;
  }
}
