package ai.chronom.m365.overview.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Leads readable addresses to their pages. */
@WebFilter(urlPatterns = "/*")
public class AddressFilter extends HttpFilter {
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> page =
        Addresses.pageOf(request.getRequestURI().substring(request.getContextPath().length()));
    if (page.isPresent()) {
      request.getRequestDispatcher(page.get()).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
