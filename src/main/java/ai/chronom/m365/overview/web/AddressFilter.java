package ai.chronom.m365.overview.web;

import ai.chronom.m365.tenant.TenantId;
import ai.chronom.m365.tenant.Tenants;
import ai.chronom.m365.tenant.web.Sight;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leads readable addresses to their pages; pages have no other address. A tenant that does not
 * exist, or that the caller does not see, has no pages. Declared in web.xml, after the house rules,
 * which a forward would pass by.
 */
public class AddressFilter extends HttpFilter {
  @Inject transient Tenants tenants;
  @Inject transient Sight sight;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRequestURI().substring(request.getContextPath().length());
    Optional<Addresses.Target> target = Addresses.find(address, request.getQueryString());
    if (Addresses.isPage(address) || target.filter(this::isAboutNobody).isPresent()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (target.isPresent()) {
      Addresses.Target found = target.get();
      request
          .getRequestDispatcher(found.page())
          .forward(new Naming(request, found.values()), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isAboutNobody(Addresses.Target target) {
    String id = target.values().get(Addresses.TENANT_ID);
    return id != null && TenantId.parse(id).filter(sight::covers).flatMap(tenants::find).isEmpty();
  }

  /** What the address names, as parameters; the query that the browser shows stays as it is. */
  private static final class Naming extends HttpServletRequestWrapper {
    private final Map<String, String> named;
    private @Nullable Map<String, String[]> parameters;

    Naming(HttpServletRequest request, Map<String, String> named) {
      super(request);
      this.named = named;
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = getParameterMap().get(name);
      return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      // Not earlier: Faces says the encoding first.
      if (parameters == null) {
        Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
        named.forEach((name, value) -> all.put(name, new String[] {value}));
        parameters = Collections.unmodifiableMap(all);
      }
      return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return getParameterMap().get(name);
    }
  }
}
