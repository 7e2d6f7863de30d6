package ai.chronom.m365.overview.web;

import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Leads readable addresses to their pages; pages have no other address. A tenant that does not
 * exist has no pages. Declared in web.xml, after the house rules, which a forward would pass by.
 */
public class AddressFilter extends HttpFilter {
  @Inject Tenants tenants;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRequestURI().substring(request.getContextPath().length());
    Optional<Addresses.Target> target = Addresses.find(address);
    if (Addresses.isPage(address) || target.filter(this::isAboutNobody).isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (target.isPresent()) {
      request.getRequestDispatcher(target.get().dispatch()).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isAboutNobody(Addresses.Target target) {
    String id = target.values().get(Addresses.TENANT_ID);
    return id != null && TenantId.parse(id).flatMap(tenants::find).isEmpty();
  }
}
