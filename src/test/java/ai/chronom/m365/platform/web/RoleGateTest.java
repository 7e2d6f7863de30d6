package ai.chronom.m365.platform.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.problem.Problem;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.junit.jupiter.api.Test;

class RoleGateTest {
  @RolesAllowed("admin")
  static class Closed {
    public void inherits() {}

    @RolesAllowed({"operator", "viewer"})
    public void overrides() {}

    @PermitAll
    public void opens() {}

    @DenyAll
    public void denies() {}
  }

  static class Silent {
    public void says() {}
  }

  record Caller(String role) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return () -> "caller";
    }

    @Override
    public boolean isUserInRole(String asked) {
      return asked.equals(role);
    }

    @Override
    public boolean isSecure() {
      return true;
    }

    @Override
    public String getAuthenticationScheme() {
      return "test";
    }
  }

  @Test
  void methodTakesTheRolesOfItsClass() {
    passes(Closed.class, "inherits", "admin");
    refuses(Closed.class, "inherits", "operator");
  }

  @Test
  void methodsOwnRolesComeFirst() {
    passes(Closed.class, "overrides", "viewer");
    refuses(Closed.class, "overrides", "admin");
  }

  @Test
  void openIsOpenAndDeniedIsDenied() {
    passes(Closed.class, "opens", "nobody");
    refuses(Closed.class, "denies", "admin");
  }

  @Test
  void whatDeclaresNothingIsClosed() {
    refuses(Silent.class, "says", "admin");
  }

  private static void passes(Class<?> resource, String method, String role) {
    assertThatCode(() -> RoleGate.requireRole(resource.getMethod(method), new Caller(role)))
        .doesNotThrowAnyException();
  }

  private static void refuses(Class<?> resource, String method, String role) {
    assertThatThrownBy(() -> RoleGate.requireRole(resource.getMethod(method), new Caller(role)))
        .isInstanceOf(Problem.class);
  }
}
