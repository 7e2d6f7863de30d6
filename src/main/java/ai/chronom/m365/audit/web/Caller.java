package ai.chronom.m365.audit.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;

/** The signed-in person behind a page: who acts, and whether the role allows it. */
@RequestScoped
public class Caller {
  @Inject SecurityContext security;
  @Inject Sight sight;

  /** Nameless when nobody is signed in: the servers disagree on how that looks. */
  public Actor actor() {
    Principal principal = security.getCallerPrincipal();
    return new Actor(principal == null ? "" : principal.getName());
  }

  public boolean isAdmin() {
    return security.isCallerInRole(Role.ADMIN);
  }

  public boolean isOperator() {
    return isAdmin() || security.isCallerInRole(Role.OPERATOR);
  }

  /** Throws a {@link Problem} that says which role is missing. */
  public void requireAdmin() {
    require(isAdmin(), Role.ADMIN);
  }

  /** Throws a {@link Problem} that says which role is missing. */
  public void requireOperator() {
    require(isOperator(), Role.OPERATOR);
  }

  /** For what concerns all tenants alike. Throws a {@link Problem} that says what is missing. */
  public void requireOperatorOfAll() {
    requireOperator();
    sight.requireAll();
  }

  private void require(boolean held, String role) {
    if (!held) {
      throw new Problem(
          ProblemKind.ROLE_MISSING,
          "This needs the role "
              + role
              + "; yours is "
              + role()
              + ". Ask an administrator for it.");
    }
  }

  private String role() {
    if (isAdmin()) {
      return Role.ADMIN;
    }
    return isOperator() ? Role.OPERATOR : Role.VIEWER;
  }
}
