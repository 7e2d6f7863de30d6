package ai.chronom.m365.report.web;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.report.LicenseFilter;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which products an address asks for, unchecked; empty values are none. */
public final class LicensesQuery {
  private static final String YES = "yes";

  /** Part of a product's name or part number, or its id. */
  @QueryParam("search")
  @Nullable String search;

  /** {@code yes} for products of which more is bought than assigned. */
  @QueryParam("unused")
  @Nullable String unused;

  /** Throws a {@link Problem} that names a wrong value. */
  LicenseFilter filter() {
    boolean said = unused != null && !unused.isBlank();
    if (said && !YES.equals(unused)) {
      throw Problem.invalid("unused", "yes is expected, or nothing.");
    }
    return new LicenseFilter(search == null ? "" : search, said);
  }
}
