package ai.chronom.m365.platform;

import ai.chronom.m365.audit.Role;
import ai.chronom.m365.tenant.Reach;
import ai.chronom.m365.tenant.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Which tenants somebody sees whose groups at the identity provider decide it (ADR 125). */
@ApplicationScoped
public class GroupReaches {
  @Inject SignInPolicy policy;
  @Inject Tenants tenants;

  private TenantMapping mapping = TenantMapping.NONE;

  @PostConstruct
  void read() {
    if (policy.hasSingleSignOn()) {
      mapping = OidcConfig.tenants();
    }
  }

  /** Otherwise administrators decide it. */
  public boolean decide(Account person) {
    return decide() && !person.isLocal();
  }

  boolean decide() {
    return mapping.decides();
  }

  /** Administrators see all. */
  Reach of(String role, Set<String> groups) {
    return role.equals(Role.ADMIN)
        ? Reach.ALL
        : mapping.reach(groups, id -> tenants.find(id).isPresent());
  }
}
