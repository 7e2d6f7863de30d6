package ai.chronom.m365.platform.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets a caller through to a resource only as the method, or else its own class, declares; what
 * declares nothing is closed. Servers do this too, but Payara 6.2024.8 takes the wrong class's
 * roles when two classes share a path.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public class RoleGate implements ContainerRequestFilter {
  @Context
  @SuppressWarnings("NullAway.Init")
  ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method == null || !method.getDeclaringClass().isAnnotationPresent(Path.class)) {
      // Not ours: the server's own answer to OPTIONS.
      return;
    }
    requireRole(method, request.getSecurityContext());
  }

  static void requireRole(Method method, SecurityContext caller) {
    AnnotatedElement declares =
        Stream.<AnnotatedElement>of(method, method.getDeclaringClass())
            .filter(RoleGate::saysWho)
            .findFirst()
            .orElse(method);
    if (declares.isAnnotationPresent(PermitAll.class)) {
      return;
    }
    RolesAllowed allowed = declares.getAnnotation(RolesAllowed.class);
    List<String> roles = allowed == null ? List.of() : List.of(allowed.value());
    if (roles.stream().noneMatch(caller::isUserInRole)) {
      throw missing(String.join(" or ", roles));
    }
  }

  private static boolean saysWho(AnnotatedElement element) {
    return Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
        .anyMatch(element::isAnnotationPresent);
  }

  private static Problem missing(String roles) {
    String detail =
        roles.isEmpty()
            ? "Nobody may do this."
            : "This needs the role " + roles + ". Ask an administrator.";
    return new Problem(ProblemKind.ROLE_MISSING, detail, List.of(), Map.of("roles", roles));
  }
}
