package ai.chronom.m365.platform.web;

import ai.chronom.m365.audit.Actor;
import ai.chronom.m365.audit.AuditAction;
import ai.chronom.m365.audit.AuditTrail;
import ai.chronom.m365.audit.Outcome;
import ai.chronom.m365.audit.Role;
import ai.chronom.m365.platform.Entrance;
import ai.chronom.m365.platform.SingleSignOn;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;

/** Who is signed in, for the frame around each page, and the way out. */
@Named("caller")
@RequestScoped
public class CallerPage {
  @Inject SecurityContext security;
  @Inject FacesContext faces;
  @Inject AuditTrail audit;
  @Inject SingleSignOn singleSignOn;
  @Inject Entrance entrance;
  @Inject Sight sight;

  /** Empty when nobody is: servers differ in what they say then. */
  public String getName() {
    Principal person = security.getCallerPrincipal();
    return person == null || !isViewer() ? "" : person.getName();
  }

  public boolean isSignedIn() {
    return !getName().isEmpty();
  }

  public String getRole() {
    if (isAdmin()) {
      return Role.ADMIN;
    }
    return isOperator() ? Role.OPERATOR : Role.VIEWER;
  }

  public boolean isAdmin() {
    return security.isCallerInRole(Role.ADMIN);
  }

  /** Administrators may do what operators may. */
  public boolean isOperator() {
    return isAdmin() || security.isCallerInRole(Role.OPERATOR);
  }

  /** May change what concerns all tenants alike. */
  public boolean isOperatorOfAll() {
    return isOperator() && sight.reach().all();
  }

  /** Everybody who is signed in may read. */
  public boolean isViewer() {
    return isOperator() || security.isCallerInRole(Role.VIEWER);
  }

  public void signOut() throws IOException {
    audit.recordNow(new Actor(getName()), AuditAction.SIGNED_OUT, null, Outcome.SUCCEEDED, "");
    ExternalContext external = faces.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    Optional<URI> farewell = singleSignOn.farewell(request);
    entrance.leave(request);
    external.invalidateSession();
    farewell.ifPresent(address -> Farewell.leave(request.getSession(), address));
    external.redirect(
        external.getRequestContextPath() + (farewell.isPresent() ? Farewell.PATH : "/login.xhtml"));
  }
}
